#!/usr/bin/env python3
"""Talks to `canter-cli serve` as the programs of others do: with the clients of OpenAI and Ollama.

    python3 -m venv venv && venv/bin/pip install openai ollama
    venv/bin/python tests/tools/openai_client_check.py --cli build/release/bin/canter-cli \\
        --model SmolLM2-135M-Instruct.Q4_1.gguf

`--model` may be any that answers in words. Calls of tools are tried where the model's template
takes tools; elsewhere they have to be refused by name. Says what it saw, and exits with 1 where
something was not as the clients expect."""

import argparse
import json
import signal
import subprocess
import sys
import urllib.request

import ollama
import openai

QUESTION = [{"role": "user", "content": "What is the capital of France?"}]
SCHEMA = {
    "type": "object",
    "properties": {"city": {"type": "string", "maxLength": 20}, "capital": {"type": "boolean"}},
    "required": ["city", "capital"],
    "additionalProperties": False,
}
TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "The weather in a city",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string", "maxLength": 20}},
            "required": ["city"],
            "additionalProperties": False,
        },
    },
}
failures = 0


def check(name, good, seen=""):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}: {seen}"[:160])


def refused(name, call, kind, param=None):
    try:
        call()
        check(name, False, "was not refused")
    except kind as error:
        check(name, param is None or error.param == param, error)


class Server:
    def __init__(self, arguments):
        command = [arguments.cli, "serve", "--model", arguments.model, "--port", "0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[-1]

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)


def check_chats(client, model):
    whole = client.chat.completions.create(model=model, messages=QUESTION, temperature=0)
    said = whole.choices[0].message.content
    check("chat", bool(said) and whole.usage.completion_tokens > 0, said)
    stream = client.chat.completions.create(
        model=model, messages=QUESTION, temperature=0, stream=True,
        stream_options={"include_usage": True})
    chunks = list(stream)
    text = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
    check("chat, streamed", text == said and chunks[-1].usage.total_tokens > 0, len(chunks))
    several = client.chat.completions.create(
        model=model, messages=QUESTION, temperature=1, seed=1, n=3, max_tokens=20)
    check("several answers", [c.index for c in several.choices] == [0, 1, 2],
          [c.message.content for c in several.choices])
    told = client.chat.completions.create(
        model=model, messages=QUESTION, logprobs=True, top_logprobs=2, max_tokens=3)
    tokens = told.choices[0].logprobs.content
    check("logprobs", len(tokens) == 3 and len(tokens[0].top_logprobs) == 2,
          [(t.token, round(t.logprob, 3)) for t in tokens])
    stopped = client.chat.completions.create(
        model=model, messages=QUESTION, temperature=0, stop=[said.split()[1]])
    check("stop", said.split()[1] not in stopped.choices[0].message.content,
          stopped.choices[0].message.content)
    greeting = [{"role": "user", "content": "Repeat: Grüße 🙂 你好"}]
    stream = client.chat.completions.create(
        model=model, messages=greeting, stream=True, temperature=0.5, seed=2, max_tokens=60)
    text = "".join(c.choices[0].delta.content or "" for c in stream)
    check("unicode", "\ufffd" not in text, text)
    form = {"type": "json_schema", "json_schema": {"name": "answer", "schema": SCHEMA}}
    formed = client.chat.completions.create(
        model=model, messages=QUESTION, response_format=form, max_tokens=200)
    document = json.loads(formed.choices[0].message.content)
    check("JSON schema", set(document) == {"city", "capital"}, document)


def check_tools(client, model, takes_tools):
    ask = lambda **more: client.chat.completions.create(
        model=model, messages=QUESTION, tools=[TOOL], max_tokens=200, **more)
    if not takes_tools:
        refused("tools", ask, openai.BadRequestError, "tools")
        return
    forced = ask(tool_choice="required").choices[0]
    calls = forced.message.tool_calls or []
    check("tools", forced.finish_reason == "tool_calls" and len(calls) == 1,
          calls and calls[0].function)
    check("a tool's arguments", "city" in json.loads(calls[0].function.arguments))
    free = ask(temperature=0).choices[0]
    check("tools, not forced", free.finish_reason in ("tool_calls", "stop", "length"),
          free.message)


def check_the_rest(client, model):
    said = client.completions.create(model=model, prompt="Once upon a time", max_tokens=10)
    check("completion", bool(said.choices[0].text), said.choices[0].text)
    stream = client.completions.create(
        model=model, prompt=["One", "Two"], max_tokens=5, stream=True)
    check("completions, streamed", {c.choices[0].index for c in stream} == {0, 1})
    response = client.responses.create(model=model, input="Who are you?", max_output_tokens=30)
    check("response", bool(response.output_text), response.output_text)
    events = list(client.responses.create(
        model=model, input="Who are you?", max_output_tokens=30, stream=True))
    check("response, streamed", events[0].type == "response.created" and
          events[-1].type in ("response.completed", "response.incomplete"), events[-1].type)
    with client.responses.stream(model=model, input="Hi", max_output_tokens=20) as helper:
        types = {event.type for event in helper}
    check("response, by the client's helper", "response.output_text.delta" in types, len(types))
    check("models", model in [m.id for m in client.models.list()])
    check("model", client.models.retrieve(model).id == model)


def check_errors(client, model):
    ask = client.chat.completions.create
    refused("another model", lambda: ask(model="gpt-4o", messages=QUESTION), openai.NotFoundError)
    refused("wrong type", lambda: ask(model=model, messages=QUESTION, temperature="hot"),
            openai.BadRequestError, "temperature")
    refused("logit_bias", lambda: ask(model=model, messages=QUESTION, logit_bias={"1": 5}),
            openai.BadRequestError, "logit_bias")
    refused("too long", lambda: ask(model=model, messages=[
        {"role": "user", "content": "word " * 100000}]), openai.BadRequestError, "messages")
    refused("no text", lambda: client.embeddings.create(model=model, input=""),
            openai.BadRequestError, "input")


def check_embeddings(client, other, model):
    texts = ["The cat sleeps on the sofa.", "A kitten naps on the couch.",
             "The central bank raised interest rates."]
    made = client.embeddings.create(model=model, input=texts)  # the client asks for base64
    cat, kitten, bank = (e.embedding for e in made.data)
    product = lambda one, another: sum(a * b for a, b in zip(one, another))
    same = lambda one, another: all(abs(a - b) < 1e-7 for a, b in zip(one, another, strict=True))
    check("embeddings", product(cat, kitten) > product(cat, bank) and made.usage.total_tokens > 9,
          (product(cat, kitten), product(cat, bank)))
    alone = client.embeddings.create(model=model, input=texts[1], encoding_format="float")
    check("embeddings, as numbers", same(alone.data[0].embedding, kitten))
    short = client.embeddings.create(model=model, input=texts[0], dimensions=8).data[0].embedding
    check("embeddings, shortened", len(short) == 8 and abs(product(short, short) - 1) < 1e-5)
    ours = other.embed(model=model, input=texts)
    check("ollama embed", same(ours.embeddings[1], kitten) and ours.prompt_eval_count > 9)
    older = other.embeddings(model=model, prompt=texts[1])
    check("ollama embeddings", same(older.embedding, kitten))


def check_ollama(client, model):
    whole = client.chat(model=model, messages=QUESTION, options={"temperature": 0})
    check("ollama chat", bool(whole.message.content) and whole.eval_count > 0,
          whole.message.content)
    parts = client.chat(model=model, messages=QUESTION, options={"temperature": 0}, stream=True)
    text = "".join(part.message.content for part in parts)
    check("ollama chat, streamed", text == whole.message.content)
    said = client.generate(model=model, prompt="Hello", options={"num_predict": 10})
    check("ollama generate", bool(said.response), said.response)
    formed = client.generate(model=model, prompt="Paris?", format=SCHEMA)
    check("ollama format", set(json.loads(formed.response)) == {"city", "capital"},
          formed.response)
    check("ollama list", client.list().models[0].model == f"{model}:latest")
    check("ollama show", "completion" in client.show(model).capabilities)
    check("ollama ps", len(client.ps().models) == 1)
    refused("ollama pull", lambda: client.pull("llama3"), ollama.ResponseError)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--model", required=True)
    arguments = parser.parse_args()
    server = Server(arguments)
    try:
        client = openai.OpenAI(base_url=server.url + "/v1", api_key="none", max_retries=0)
        model = client.models.list().data[0].id
        other = ollama.Client(host=server.url)
        check_chats(client, model)
        check_tools(client, model, "tools" in other.show(model).capabilities)
        check_the_rest(client, model)
        check_errors(client, model)
        check_embeddings(client, other, model)
        check_ollama(other, model)
        metrics = urllib.request.urlopen(server.url + "/metrics").read().decode()
        check("metrics", "canter_generated_tokens_total" in metrics)
    finally:
        code = server.stop()
    check("the end", code == 130, code)
    sys.exit(1 if failures else 0)


main()
