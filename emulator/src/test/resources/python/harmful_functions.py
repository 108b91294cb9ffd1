"""Functions that harm the process they run in, and some that do not."""

import builtins
import json
import logging
import os
import sys
import threading
import time

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function()
def hello(name: str) -> str:
    return "hello " + name


@udf.function()
def endless_loop() -> str:
    print("running")
    while True:
        pass


@udf.function()
def long_sleep() -> str:
    print("running")
    time.sleep(10000)


@udf.function()
def big_power() -> str:
    print("running")
    return str(pow(7, 10**8) % 10)


@udf.function()
def endless_allocation() -> str:
    print("running")
    kept = []
    while True:
        kept.append(bytearray(1024))


@udf.function()
def leave_at_once() -> str:
    os._exit(3)


@udf.function()
def leave() -> str:
    sys.exit(5)


@udf.function()
def give_up() -> str:
    os.abort()


@udf.function()
def crash() -> str:
    import ctypes
    return str(ctypes.string_at(0))


@udf.function()
def replace_builtins() -> str:
    builtins.len = builtins.str = builtins.isinstance = builtins.getattr = None
    return "done"


@udf.function()
def replace_json() -> str:
    json.dumps = json.loads = None
    return "done"


@udf.function()
def close_streams() -> str:
    sys.stdout.close()
    sys.stderr.close()
    sys.stdin.close()
    print("printed after all")
    return "done"


@udf.function()
def recurse() -> int:
    def down():
        return 1 + down()
    return down()


@udf.function()
def recurse_and_log() -> int:
    def down(level):
        try:
            return 1 + down(level + 1)
        except Exception as error:
            logging.warning("level %d failed with %s", level, type(error).__name__)
            raise
    return down(1)


@udf.function()
def depth(levels: int) -> int:
    return 0 if levels == 0 else 1 + depth_of(levels - 1)


def depth_of(levels):
    return 0 if levels == 0 else 1 + depth_of(levels - 1)


@udf.function()
def leave_a_thread() -> str:
    release = threading.Event()
    def speak():
        release.wait()
        for _ in range(50):
            print("late")
    thread = threading.Thread(target=speak)
    thread.start()
    left.append((release, thread))
    return "left"


left = []


@udf.function()
def wait_for_it() -> str:
    release, thread = left.pop()
    release.set()
    thread.join()
    print("mine")
    return "joined"
