# SPDX-License-Identifier: Apache-2.0
"""What people ask with Python's requests. Prints as the script curl beside it does.

Usage: python-requests.py BASE FOLDER
"""
import json
import platform
import sys

import requests

base, folder = sys.argv[1:]
session = requests.Session()
session.trust_env = False


def show(what, reply):
    body = " ".join(reply.text.split("\n"))
    print(what, reply.status_code, reply.headers.get("Content-Type", ""), body, sep="\t")


def post(what, **given):
    show(what, session.post(base + "/accepts", timeout=20, **given))


def get(what, params, **given):
    show(what, session.get(base + "/accepts", params=params, timeout=20, **given))


def file(name):
    with open(folder + "/" + name, "rb") as opened:
        return opened.read()


print("client", f"requests {requests.__version__}, Python {platform.python_version()}", sep="\t")

zeppelin = {"tasktype": "uri://zeppelin-notebook"}
note = {**zeppelin, "taskinfo": {"languages": ["md", "python", "pyspark"]}}
braces = {**zeppelin, "taskinfo.languages": "{md,python,pyspark}"}
listed = {**zeppelin, "taskinfo.languages": ["md", "python", "pyspark"]}
compose = {"tasktype": "uri://docker-compose"}
jupyter = {"tasktype": "uri://jupyter-notebook"}

get("languages: params", braces)
get("languages: params, list", listed)
post("languages: json", json=note)
post("languages: data, dict", data=listed)
post("languages: data, yaml", data=file("task.yaml"), headers={"Content-Type": "application/yaml"})
post("languages: data, bytes", data=file("task.json"))
post("languages: chunked", data=iter([file("task.json")]), headers={"Content-Type": "application/json"})
get("scala: params", {**zeppelin, "taskinfo.languages": ["md", "scala"]})
get("scala: xml", {**zeppelin, "taskinfo.languages": ["md", "scala"]}, headers={"Accept": "application/xml"})
get("c++: params", {**zeppelin, "taskinfo.languages": "c++"})
with open(folder + "/compose.yml", "rb") as opened:
    post("composefile: files, opened", data=compose, files={"taskinfo.composefile": opened})
post("composefile: files, bytes", data=compose, files={"taskinfo.composefile": ("c.yml", file("compose.yml"))})
post("composefile: json", json={**compose, "taskinfo": {"composefile": file("compose.yml").decode()}})
post("notebook: files", data=jupyter, files={"taskinfo.notebook": ("a.ipynb", file("notebook.ipynb"))})
post(
    "notebook: files, typed",
    files={
        "tasktype": (None, "uri://jupyter-notebook"),
        "taskinfo": (None, json.dumps({"notebook": json.loads(file("notebook.ipynb"))}), "application/json"),
    },
)
get("unknown: params", {"tasktype": "uri://nobody-takes-this"})
post("not a form: data, dict dumped", data=json.dumps(note), headers={"Content-Type": "application/x-www-form-urlencoded"})
show("head: head", session.head(base + "/accepts", params=braces, timeout=20))
show("options: options", session.options(base + "/accepts", timeout=20))
