# A traceback with a cause and several frames, from a program that ends with it.
def innermost(x):
    return {"a": 1}[x] + len(x)


def middle(x):
    try:
        return innermost(x)
    except KeyError as error:
        raise ValueError("no such " + x) from error


class Thing:
    def __init__(self, x):
        self.value = (1 +
                      middle(x))


def again(n):
    if n == 0:
        return Thing("nothing")
    return again(n - 1)


print("before")  # expect: before
try:
    again(2)
except ValueError:
    raise
finally:
    print("finally")  # expect: finally

# expect-stderr: Traceback (most recent call last):
# expect-stderr:   File "tracebacks.py", line 8, in middle
# expect-stderr:     return innermost(x)
# expect-stderr:   File "tracebacks.py", line 3, in innermost
# expect-stderr:     return {"a": 1}[x] + len(x)
# expect-stderr:            ~~~~~~~~^^^
# expect-stderr: KeyError: 'nothing'
# expect-stderr:
# expect-stderr: The above exception was the direct cause of the following exception:
# expect-stderr:
# expect-stderr: Traceback (most recent call last):
# expect-stderr:   File "tracebacks.py", line 27, in <module>
# expect-stderr:     again(2)
# expect-stderr:     ~~~~~^^^
# expect-stderr:   File "tracebacks.py", line 22, in again
# expect-stderr:     return again(n - 1)
# expect-stderr:   File "tracebacks.py", line 22, in again
# expect-stderr:     return again(n - 1)
# expect-stderr:   File "tracebacks.py", line 21, in again
# expect-stderr:     return Thing("nothing")
# expect-stderr:   File "tracebacks.py", line 16, in __init__
# expect-stderr:     middle(x))
# expect-stderr:     ~~~~~~^^^
# expect-stderr:   File "tracebacks.py", line 10, in middle
# expect-stderr:     raise ValueError("no such " + x) from error
# expect-stderr: ValueError: no such nothing
# expect-status: 1
