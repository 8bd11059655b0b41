# Objects of the program that hang on the library's modules, sys and builtins: they end when those are taken apart, most of them
# when print is no more, so they write to the descriptor.
import builtins
import json
import os
import sys


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self, write=os.write):
        write(1, f"end of {self.name}\n".encode())


class Silent:
    def __del__(self):
        print("nobody hears this")


json.mine = Told("what json held")
x = Told("what the program held")
sys.mine = Told("what sys held")
sys.silent = Silent()
builtins.own = Told("what builtins held")
print("last line", flush=True)

# expect: last line
# expect: end of what builtins held
# expect: end of what json held
# expect: end of what sys held
# expect: end of what the program held
