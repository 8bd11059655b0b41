# _heapq: heaps of numbers and of objects, errors, lists that change meanwhile.
import _heapq
def show(text):
    try: print(text, "->", eval(text))
    except Exception as error: print(text, "->", type(error).__name__ + ":", error)
def numbers(seed, count):
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2**31
        yield seed % 50
heap = []
for number in numbers(1, 40): _heapq.heappush(heap, number)
print(heap)
print([_heapq.heappop(heap) for _ in range(40)], heap)
heap = list(numbers(2, 33))
_heapq.heapify(heap); print(heap)
print([_heapq.heapreplace(heap, n) for n in numbers(3, 9)], [_heapq.heappushpop(heap, n) for n in numbers(4, 9)], heap)
heap = list(numbers(5, 34))
_heapq._heapify_max(heap); print(heap)
print(_heapq._heapreplace_max(heap, 3), [_heapq._heappop_max(heap) for _ in range(34)])
class Item:
    def __init__(self, key, tag): self.key, self.tag = key, tag
    def __lt__(self, other): return self.key < other.key
    def __repr__(self): return f"{self.key}{self.tag}"
heap = []
for index, key in enumerate(numbers(6, 20)): _heapq.heappush(heap, Item(key % 4, chr(97 + index)))
print(heap, [_heapq.heappop(heap) for _ in range(20)])
class Clearing(int):
    def __lt__(self, other): heap.clear(); return True
heap = [Clearing(n) for n in range(5)]
for text in ["_heapq.heapify(heap)", "_heapq.heappop([])", "_heapq.heapreplace([], 1)", "_heapq.heappushpop([], 1)", "_heapq.heappush(1, 2)",
             "_heapq.heappop(())", "_heapq.heapify(3)", "_heapq.heappush([1], 'a')", "_heapq._heappop_max([])", "_heapq.heappush([])"]:
    show(text)

# expect: [1, 2, 1, 4, 15, 14, 2, 15, 8, 15, 22, 21, 15, 6, 2, 22, 21, 22, 16, 25, 29, 31, 22, 49, 48, 24, 21, 34, 16, 38, 15, 40, 31, 35, 40, 36, 35, 29, 19, 47]
# expect: [1, 1, 2, 2, 2, 4, 6, 8, 14, 15, 15, 15, 15, 15, 16, 16, 19, 21, 21, 21, 22, 22, 22, 22, 24, 25, 29, 29, 31, 31, 34, 35, 35, 36, 38, 40, 40, 47, 48, 49] []
# expect: [5, 12, 7, 14, 18, 18, 17, 26, 29, 27, 19, 36, 21, 20, 28, 37, 47, 42, 29, 30, 32, 47, 42, 46, 41, 22, 35, 46, 43, 45, 31, 38, 43]
# expect: [5, 7, 11, 2, 12, 14, 17, 18, 18] [19, 19, 11, 2, 20, 10, 21, 12, 15] [22, 22, 28, 26, 27, 28, 31, 37, 29, 29, 30, 36, 33, 32, 33, 38, 47, 42, 29, 30, 32, 47, 42, 46, 41, 39, 35, 46, 43, 45, 40, 45, 43]
# expect: [48, 47, 42, 41, 43, 42, 29, 39, 11, 36, 25, 35, 41, 27, 18, 7, 38, 8, 4, 27, 24, 18, 10, 25, 22, 20, 29, 26, 0, 15, 10, 3, 6, 7]
# expect: 48 [47, 43, 42, 42, 41, 41, 39, 38, 36, 35, 29, 29, 27, 27, 26, 25, 25, 24, 22, 20, 18, 18, 15, 11, 10, 10, 8, 7, 7, 6, 4, 3, 3, 0]
# expect: [] [0f, 0r, 1a, 1c, 1k, 2n, 2l, 2p, 2b, 2j, 2t, 2d, 2h, 3o, 3g, 3m, 3e, 3i, 3q, 3s]
# expect: _heapq.heapify(heap) -> RuntimeError: list changed size during iteration
# expect: _heapq.heappop([]) -> IndexError: index out of range
# expect: _heapq.heapreplace([], 1) -> IndexError: index out of range
# expect: _heapq.heappushpop([], 1) -> 1
# expect: _heapq.heappush(1, 2) -> TypeError: heappush() argument 1 must be list, not int
# expect: _heapq.heappop(()) -> TypeError: heappop() argument must be list, not tuple
# expect: _heapq.heapify(3) -> TypeError: heapify() argument must be list, not int
# expect: _heapq.heappush([1], 'a') -> TypeError: '<' not supported between instances of 'str' and 'int'
# expect: _heapq._heappop_max([]) -> IndexError: index out of range
# expect: _heapq.heappush([]) -> TypeError: heappush expected 2 arguments, got 1
