# Runs one of CPython's own test modules and tells what became of each test, a JSON object a line.
#
#   python oracle-tests.py MODULE ANSWERS [LEFT_OUT]
#
# ANSWERS: the file the lines are appended to: {"start": id}, then {"end": id, "outcome": "pass" | "fail" | "skip", "note": text}.
# LEFT_OUT: a file with the ids of tests not to run, a line each. A module that cannot be imported is one failed test.
# Started by both machines, so that they are asked the same; it uses of unittest only what CPython's own runner uses.
import importlib
import json
import os
import sys
import unittest

module, answers, *left_out = sys.argv[1:]
# What regrtest sets: test.support asks for it by name.
sys.argv = [module]
skipped = set()
for name in left_out:
    with open(name, encoding="utf-8") as file:
        skipped.update(file.read().splitlines())
out = open(answers, "a", encoding="utf-8", buffering=1)
NOTE_LENGTH = 2000


def tell(**line):
    out.write(json.dumps(line) + "\n")


class Told(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.outcome = ("pass", "")
        # Tests with random numbers meet the same ones on both machines, and in each run.
        if "random" in sys.modules:
            sys.modules["random"].seed(0)
        tell(start=test.id())

    def stopTest(self, test):
        super().stopTest(test)
        tell(end=test.id(), outcome=self.outcome[0], note=self.outcome[1][-NOTE_LENGTH:])

    def _worse(self, outcome, note):
        if self.outcome[0] != "fail":
            self.outcome = (outcome, note)

    def addError(self, test, err):
        note = self._exc_info_to_string(err, test)
        if isinstance(test, unittest.TestCase):
            self._worse("fail", note)
        else:  # setUpClass or setUpModule: none of its tests runs
            tell(end=test.id(), outcome="fail", note=note[-NOTE_LENGTH:])

    def addFailure(self, test, err):
        self._worse("fail", self._exc_info_to_string(err, test))

    def addSkip(self, test, reason):
        if isinstance(test, unittest.TestCase):
            self._worse("skip", reason)
        else:
            tell(end=test.id(), outcome="skip", note=reason)

    def addUnexpectedSuccess(self, test):
        self._worse("fail", "unexpected success")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._worse("fail", f"{subtest}\n{self._exc_info_to_string(err, test)}")


def stand_in(name, other=None):
    """Where a module of C is missing that tests ask for at their top and use little: another one, or one that is empty."""
    try:
        __import__(name)
    except ImportError:
        sys.modules[name] = type(sys)(name) if other is None else importlib.import_module(other)


def leaves(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from leaves(item)
        else:
            yield item


# By test_importlib.util, which tests of much else import.
stand_in("_testsinglephase")
if module in ("test_sys", "test_types"):
    stand_in("_datetime", "_pydatetime")
if module == "test_inspect":
    stand_in("_pickle")
try:
    __import__(f"test.{module}")
    found = unittest.defaultTestLoader.loadTestsFromName(f"test.{module}")
except BaseException as error:
    import traceback

    tell(end=module, outcome="fail", note="".join(traceback.format_exception(error))[-NOTE_LENGTH:])
    out.flush()
    os._exit(0) if hasattr(os, "_exit") else sys.exit(0)
suite = unittest.TestSuite(test for test in leaves(found) if test.id() not in skipped)
suite.run(Told())
tell(done=True)
out.close()
