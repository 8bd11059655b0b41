# itertools.pairwise whose iterator asks it for items itself.
from itertools import pairwise
def run(reenter_at, count, maxcount=99, default=False):
    class I:
        count = 0
        def __iter__(self): return self
        def __next__(self):
            if self.count >= maxcount: raise StopIteration
            self.count += 1
            if self.count in reenter_at: return next(it, None) if default else next(it)
            return [self.count]
    it = pairwise(I())
    out = []
    for _ in range(count):
        try: out.append(next(it))
        except (StopIteration, RuntimeError) as e: out.append(type(e).__name__)
    print(sorted(reenter_at), maxcount, out)
for at in {1}, {2}, {3}, {1, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 4}, {1, 2, 3}, {1,2,3,4,5}: run(at, 5)
for m in range(6):
    for at in {1}, {2}, {1,2}: run(at, 4, m, True); run(at, 4, m)
class E:
    def __iter__(s): return s
    n=0
    def __next__(s):
        s.n+=1
        if s.n==3: raise KeyError(s.n)
        return s.n
p=pairwise(E())
for _ in range(4):
    try: print(next(p))
    except Exception as e: print(type(e).__name__, e)
print(list(pairwise('abcde')), list(pairwise('')), list(pairwise('a')))
held=[x for x in pairwise(range(4))]; print(held)

# expect: [1] 99 [(([2], [3]), [4]), ([4], [5]), ([5], [6]), ([6], [7]), ([7], [8])]
# expect: [2] 99 [([1], ([1], [3])), (([1], [3]), [4]), ([4], [5]), ([5], [6]), ([6], [7])]
# expect: [3] 99 [([1], [2]), ([2], ([2], [4])), (([2], [4]), [5]), ([5], [6]), ([6], [7])]
# expect: [1, 2] 99 [((([3], [4]), [5]), [6]), ([6], [7]), ([7], [8]), ([8], [9]), ([9], [10])]
# expect: [1, 3] 99 [(([2], ([2], [4])), [5]), ([5], [6]), ([6], [7]), ([7], [8]), ([8], [9])]
# expect: [1, 4] 99 [(([2], [3]), (([2], [3]), [5])), ((([2], [3]), [5]), [6]), ([6], [7]), ([7], [8]), ([8], [9])]
# expect: [2, 3] 99 [([1], ([1], ([1], [4]))), (([1], ([1], [4])), [5]), ([5], [6]), ([6], [7]), ([7], [8])]
# expect: [2, 4] 99 [([1], ([1], [3])), (([1], [3]), (([1], [3]), [5])), ((([1], [3]), [5]), [6]), ([6], [7]), ([7], [8])]
# expect: [1, 2, 3] 99 [(((([4], [5]), [6]), [7]), [8]), ([8], [9]), ([9], [10]), ([10], [11]), ([11], [12])]
# expect: [1, 2, 3, 4, 5] 99 [(((((([6], [7]), [8]), [9]), [10]), [11]), [12]), ([12], [13]), ([13], [14]), ([14], [15]), ([15], [16])]
# expect: [1] 0 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 0 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [2] 0 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [2] 0 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 0 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 0 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 1 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 1 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [2] 1 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [2] 1 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 1 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 1 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 2 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 2 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [2] 2 [([1], None), 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [2] 2 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 2 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 2 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 3 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 3 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [2] 3 [([1], ([1], [3])), 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [2] 3 [([1], ([1], [3])), 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 3 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 3 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 4 [(([2], [3]), [4]), 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 4 [(([2], [3]), [4]), 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [2] 4 [([1], ([1], [3])), (([1], [3]), [4]), 'StopIteration', 'StopIteration']
# expect: [2] 4 [([1], ([1], [3])), (([1], [3]), [4]), 'StopIteration', 'StopIteration']
# expect: [1, 2] 4 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 4 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1] 5 [(([2], [3]), [4]), ([4], [5]), 'StopIteration', 'StopIteration']
# expect: [1] 5 [(([2], [3]), [4]), ([4], [5]), 'StopIteration', 'StopIteration']
# expect: [2] 5 [([1], ([1], [3])), (([1], [3]), [4]), ([4], [5]), 'StopIteration']
# expect: [2] 5 [([1], ([1], [3])), (([1], [3]), [4]), ([4], [5]), 'StopIteration']
# expect: [1, 2] 5 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: [1, 2] 5 ['StopIteration', 'StopIteration', 'StopIteration', 'StopIteration']
# expect: (1, 2)
# expect: KeyError 3
# expect-json: "StopIteration "
# expect-json: "StopIteration "
# expect: [('a', 'b'), ('b', 'c'), ('c', 'd'), ('d', 'e')] [] []
# expect: [(0, 1), (1, 2), (2, 3)]
