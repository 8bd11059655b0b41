# A traceback names each call on the way, marks the failing part of the line, and ends the run with status 1.
def half(number):
    if number < 0:
        raise ValueError("negative: " + str(number))
    return number / 2


def total(numbers):
    result = 0
    for number in numbers:
        result += half(number)
    return result


print(total([1, 2, 3]))  # expect: 3.0
try:
    total([1, -1])
except ValueError as error:
    print(type(error).__name__, error)  # expect: ValueError negative: -1
total([4, -4])

# expect-stderr: Traceback (most recent call last):
# expect-stderr:   File "uncaught_error.py", line 20, in <module>
# expect-stderr:     total([4, -4])
# expect-stderr:     ~~~~~^^^^^^^^^
# expect-stderr:   File "uncaught_error.py", line 11, in total
# expect-stderr:     result += half(number)
# expect-stderr:               ~~~~^^^^^^^^
# expect-stderr:   File "uncaught_error.py", line 4, in half
# expect-stderr:     raise ValueError("negative: " + str(number))
# expect-stderr: ValueError: negative: -4
# expect-status: 1
