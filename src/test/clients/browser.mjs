// SPDX-License-Identifier: Apache-2.0
// What a page asks in a browser: its scripts, from another origin, and its forms.
// Prints as the script curl beside it does.
// Usage: node browser.mjs BASE FOLDER PLAYWRIGHT CHROMIUM [BUSY CLOSED]
//   PLAYWRIGHT  the folder of playwright-core
//   BUSY        the base URL of a service that has no room for questions
//   CLOSED      the base URL of a service whose answers pages of this origin may not read
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [base, folder, playwright, executablePath, busy, closed] = process.argv.slice(2);
const { chromium } = createRequire(import.meta.url)(playwright);

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Where can I run this?</title></head>
<body>
<form id="get" method="get" action="${base}/accepts">
  <input name="tasktype" value="uri://zeppelin-notebook">
  <input name="taskinfo.languages" value="{md,python,pyspark}">
</form>
<form id="urlencoded" method="post" action="${base}/accepts">
  <input name="tasktype" value="uri://zeppelin-notebook">
  <select name="taskinfo.languages" multiple>
    <option selected>md</option><option selected>c++</option><option>scala</option>
  </select>
</form>
<form id="multipart" method="post" enctype="multipart/form-data" action="${base}/accepts">
  <input name="tasktype" value="uri://docker-compose">
  <input name="taskinfo.composefile" type="file">
  <input name="taskinfo.notebook" type="file">
</form>
</body>
</html>`;

function show(what, status, type, body) {
  console.log([what, status, type, body.replaceAll("\n", " ")].join("\t"));
}

async function fetched(page, what, ask) {
  const said = await page.evaluate(ask, base);
  show(what, said.status, said.type, said.body);
}

async function submitted(page, what, form) {
  const [reply] = await Promise.all([
    page.waitForResponse((response) => response.url().startsWith(base)),
    page.locator(form).evaluate((element) => element.submit()),
  ]);
  const headers = reply.headers();
  show(what, reply.status(), headers["content-type"] ?? "", await reply.text());
  await page.goBack();
}

const readers = () => {
  window.told = async (reply) => ({
    status: reply.status,
    type: reply.headers.get("Content-Type"),
    body: await reply.text(),
  });
  window.note = {
    tasktype: "uri://zeppelin-notebook",
    taskinfo: { languages: ["md", "python", "pyspark"] },
  };
};

async function scripts(page) {
  await fetched(page, "languages: fetch, braces", async (url) =>
    told(await fetch(url + "/accepts?tasktype=uri://zeppelin-notebook&taskinfo.languages={md,python,pyspark}")));
  await fetched(page, "scala: fetch, URLSearchParams", async (url) => {
    const query = new URLSearchParams({ tasktype: "uri://zeppelin-notebook" });
    query.append("taskinfo.languages", "{md,scala}");
    return told(await fetch(url + "/accepts?" + query));
  });
  await fetched(page, "languages: fetch, JSON", async (url) =>
    told(await fetch(url + "/accepts", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(window.note),
    })));
  await fetched(page, "languages: fetch, JSON as text", async (url) =>
    told(await fetch(url + "/accepts", { method: "POST", body: JSON.stringify(window.note) })));
  await fetched(page, "languages: fetch, Authorization", async (url) =>
    told(await fetch(url + "/accepts?tasktype=uri://zeppelin-notebook&taskinfo.languages=md", {
      headers: { Authorization: "Bearer abc.def" },
    })));
  await fetched(page, "c++: fetch, form", async (url) =>
    told(await fetch(url + "/accepts", {
      method: "POST",
      body: new URLSearchParams([["tasktype", "uri://zeppelin-notebook"], ["taskinfo.languages", "c++"]]),
    })));
  await fetched(page, "composefile: fetch, FormData", async (url) => {
    const form = new FormData();
    form.append("tasktype", "uri://docker-compose");
    form.append("taskinfo.composefile", document.querySelector("[name='taskinfo.composefile']").files[0]);
    return told(await fetch(url + "/accepts", { method: "POST", body: form }));
  });
  await fetched(page, "notebook: fetch, FormData", async (url) => {
    const form = new FormData();
    form.append("taskinfo.notebook", document.querySelector("[name='taskinfo.notebook']").files[0]);
    form.append("tasktype", "uri://jupyter-notebook");
    return told(await fetch(url + "/accepts", { method: "POST", body: form }));
  });
  await fetched(page, "unknown: fetch", async (url) =>
    told(await fetch(url + "/accepts?tasktype=uri://nobody-takes-this")));
  await fetched(page, "not found: fetch", async (url) => told(await fetch(url + "/accept-not")));
  await fetched(page, "head: fetch", async (url) =>
    told(await fetch(url + "/accepts?tasktype=uri://zeppelin-notebook", { method: "HEAD" })));
}

async function others(page) {
  const refused = await page.evaluate(async (url) => {
    const reply = await fetch(url + "/accepts?tasktype=uri://a");
    return { ...(await told(reply)), after: reply.headers.get("Retry-After") };
  }, busy);
  const after = refused.after === null ? "hidden" : "seen";
  show(`refused, Retry-After ${after}: fetch`, refused.status, refused.type, refused.body);
  const unread = await page.evaluate(async (url) => {
    try {
      return await told(await fetch(url + "/accepts?tasktype=uri://a"));
    } catch {
      return { status: 0, type: "", body: "" };
    }
  }, closed);
  show("closed to this origin: fetch", unread.status, unread.type, unread.body);
}

const serving = createServer((request, response) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(PAGE);
});
await new Promise((resolve) => serving.listen(0, "127.0.0.1", resolve));
const data = mkdtempSync(join(tmpdir(), "whereto-browser-"));
const browser = await chromium.launchPersistentContext(data, {
  executablePath,
  headless: true,
  timeout: 60000,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(30000);
  console.log(`client\tChromium ${browser.browser()?.version() ?? ""}`);
  await page.goto(`http://127.0.0.1:${serving.address().port}/`);
  await page.evaluate(readers);
  await page.setInputFiles("[name='taskinfo.composefile']", join(folder, "compose.yml"));
  await page.setInputFiles("[name='taskinfo.notebook']", join(folder, "notebook.ipynb"));
  await scripts(page);
  if (busy && closed) {
    await others(page);
  }
  await submitted(page, "languages: form, get", "#get");
  await submitted(page, "c++: form, urlencoded", "#urlencoded");
  await page.setInputFiles("[name='taskinfo.composefile']", join(folder, "compose.yml"));
  await page.setInputFiles("[name='taskinfo.notebook']", []);
  await submitted(page, "composefile: form, multipart", "#multipart");
} finally {
  await browser.close();
  serving.close();
  rmSync(data, { recursive: true, force: true });
}
