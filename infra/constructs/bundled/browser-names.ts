/** What a bundle has for `bowser`, by which the SDK tells browsers apart: a function is none, and never asks. */
export default {};
