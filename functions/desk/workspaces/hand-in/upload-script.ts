/**
 * The one script there is: it sends many files at once with progress, and shows each one's answer as it comes. It is a file of its
 * own, since no page may carry code; everything it does can be done without it.
 */

export const UPLOAD_SCRIPT = `"use strict";
(() => {
  const zone = document.getElementById("drop");
  if (zone === null || !window.crypto || !window.crypto.subtle) return;
  const input = document.getElementById("files");
  const list = document.getElementById("sent");
  const most = Number(zone.dataset.most);
  const here = location.pathname;
  let waiting = [];
  let running = 0;

  document.getElementById("plain").hidden = true;
  zone.hidden = false;
  input.addEventListener("change", () => { add(input.files); input.value = ""; });
  for (const name of ["dragenter", "dragover"])
    zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
  for (const name of ["dragleave", "drop"])
    zone.addEventListener(name, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => { event.preventDefault(); add(event.dataTransfer.files); });
  addEventListener("beforeunload", (event) => { if (running + waiting.length > 0) event.preventDefault(); });

  function add(files) {
    for (const file of files) waiting.push({ file, shown: line(file) });
    next();
  }
  function next() {
    while (running < 3 && waiting.length > 0) {
      const one = waiting.shift();
      running += 1;
      send(one).catch(() => one.shown.failed("网络中断，没有上传完。", () => { waiting.push(one); next(); }))
        .finally(() => { running -= 1; next(); });
    }
  }
  function line(file) {
    const item = document.createElement("li");
    const name = document.createElement("strong");
    const bar = document.createElement("progress");
    const words = document.createElement("p");
    name.textContent = file.name;
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name + "的上传进度");
    words.setAttribute("role", "status");
    words.textContent = "等待上传";
    item.append(name, " ", bar, words);
    list.prepend(item);
    return {
      progress(share) { bar.value = share; },
      says(text) { words.textContent = text; },
      done(state, label, text) {
        bar.remove();
        item.className = state;
        const tag = document.createElement("span");
        tag.className = "tag";
        tag.textContent = label;
        words.textContent = text;
        name.after(" ", tag);
      },
      failed(text, again) {
        words.textContent = text;
        const button = document.createElement("button");
        button.type = "button";
        button.className = "plain";
        button.textContent = "重试";
        button.addEventListener("click", () => { button.remove(); again(); });
        item.append(button);
      },
    };
  }
  async function send({ file, shown }) {
    if (file.size === 0) return shown.done("returned", "没有上传", "文件是空的。");
    if (file.size > most) return shown.done("returned", "没有上传", "文件超过" + Math.floor(most / 1048576) + "MB。请压缩或者分成几份。");
    shown.says("正在校验");
    const bytes = await file.arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const checksum = btoa(String.fromCharCode(...hash));
    const form = new URLSearchParams({ token: zone.dataset.token, do: "sign", name: file.name, size: String(file.size), checksum });
    const response = await fetch(here, { method: "POST", body: form, headers: { accept: "application/json" } });
    if (response.status === 401) return shown.done("returned", "没有上传", "登录已经结束，请重新登录后再上传。");
    if (!(response.headers.get("content-type") || "").startsWith("application/json")) throw new Error("no answer");
    const signed = await response.json();
    if (response.status !== 200) return shown.done("returned", "没有上传", signed.why);
    shown.says("正在上传");
    await put(signed, bytes, shown);
    shown.says("已上传，正在读取");
    await answered(signed.key, shown);
  }
  function put({ url, headers }, bytes, shown) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("PUT", url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.upload.addEventListener("progress", ({ loaded, total }) => shown.progress((100 * loaded) / total));
      request.addEventListener("load", () => (request.status === 200 ? resolve() : reject(new Error("refused"))));
      request.addEventListener("error", () => reject(new Error("network")));
      request.send(bytes);
    });
  }
  async function answered(key, shown) {
    const place = here.replace(/[^/]*$/, "answer") + "?" + new URLSearchParams({ key });
    for (let asked = 0; asked < 90; asked += 1) {
      await new Promise((resolve) => setTimeout(resolve, asked < 10 ? 700 : 2000));
      const response = await fetch(place, { headers: { accept: "application/json" } });
      if (response.status !== 200) break;
      const { files } = await response.json();
      if (files.length === 0) continue;
      const [first] = files;
      const words = files.map(({ name, label, words, todo = "" }) =>
        (files.length === 1 ? "" : name + "〔" + label + "〕：") + words + todo);
      return shown.done(first.state, files.length === 1 ? first.label : "已读取", words.join(" "));
    }
    shown.done("waiting", "读取中", "文件已经收到，读取需要较长时间，结果稍后显示在下方的列表中。");
  }
})();
`;
