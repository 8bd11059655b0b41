# Which classes may become another's bases or an object's class: those whose instances are laid out alike.
import collections
import struct


def say(function):
    try:
        function()
    except TypeError as error:
        print(error)
    else:
        print("ok")


class Bare(list):
    __slots__ = ()


class Listed(list):
    pass


class FromBare(Bare):
    pass


class FromListed(Listed):
    pass


class Wrong(ValueError):
    pass


class Key(KeyError):
    pass


class FromKey(Key):
    pass


class Table(dict):
    pass


class Number(int):
    pass


class Plain:
    pass


class FromPlain(Plain):
    pass


class Lean(Plain):
    __slots__ = ()


class Weak:
    __slots__ = ("__weakref__",)


class Open:
    __slots__ = ("__dict__",)


class Both:
    __slots__ = "__dict__", "__weakref__"


class One:
    __slots__ = "__weakref__", "a"


class Other:
    __slots__ = "a", "__weakref__"


class Third:
    __slots__ = "b", "__weakref__"


for kind, bases in [
    (FromBare, [list, Bare, Listed]),
    (FromListed, [list, Bare, Listed]),
    (Wrong, [Exception, KeyError, OSError, BaseException, struct.error]),
    (FromKey, [ValueError, KeyError, struct.error, Wrong, Key]),
    (Table, [collections.defaultdict, collections.OrderedDict]),
    (Number, [bool, float]),
    (FromPlain, [object, list, Lean, Plain, Weak, Open]),
    (Lean, [Weak, Open, Plain]),
]:
    for base in bases:
        print(kind.__name__, base.__name__, end=" ")
        say(lambda: setattr(kind, "__bases__", (base,)))
    print(kind.__bases__)

CLASSES = [FromBare, Listed, Bare, FromListed, Wrong, Key, FromKey, struct.error, Plain, FromPlain, Lean, Weak, Open, Both, One, Other, Third]
for old in CLASSES:
    for new in CLASSES:
        o = old()
        print(old.__name__, new.__name__, end=" ")
        say(lambda: setattr(o, "__class__", new))

# expect: FromBare list ok
# expect: FromBare Bare ok
# expect: FromBare Listed __bases__ assignment: 'Listed' object layout differs from 'Bare'
# expect: (<class '__main__.Bare'>,)
# expect: FromListed list __bases__ assignment: 'list' object layout differs from 'Listed'
# expect: FromListed Bare __bases__ assignment: 'Bare' object layout differs from 'Listed'
# expect: FromListed Listed ok
# expect: (<class '__main__.Listed'>,)
# expect: Wrong Exception ok
# expect: Wrong KeyError ok
# expect: Wrong OSError __bases__ assignment: 'OSError' object layout differs from 'KeyError'
# expect: Wrong BaseException ok
# expect: Wrong error __bases__ assignment: 'error' object layout differs from 'BaseException'
# expect: (<class 'BaseException'>,)
# expect: FromKey ValueError __bases__ assignment: 'ValueError' object layout differs from 'Key'
# expect: FromKey KeyError __bases__ assignment: 'KeyError' object layout differs from 'Key'
# expect: FromKey error __bases__ assignment: 'error' object layout differs from 'Key'
# expect: FromKey Wrong __bases__ assignment: 'Wrong' object layout differs from 'Key'
# expect: FromKey Key ok
# expect: (<class '__main__.Key'>,)
# expect: Table defaultdict __bases__ assignment: 'collections.defaultdict' object layout differs from 'dict'
# expect: Table OrderedDict __bases__ assignment: 'collections.OrderedDict' object layout differs from 'dict'
# expect: (<class 'dict'>,)
# expect: Number bool type 'bool' is not an acceptable base type
# expect: Number float __bases__ assignment: 'float' object layout differs from 'int'
# expect: (<class 'int'>,)
# expect: FromPlain object __bases__ assignment: 'object' deallocator differs from 'Plain'
# expect: FromPlain list __bases__ assignment: 'list' object layout differs from 'Plain'
# expect: FromPlain Lean ok
# expect: FromPlain Plain ok
# expect: FromPlain Weak __bases__ assignment: 'Weak' object layout differs from 'Plain'
# expect: FromPlain Open __bases__ assignment: 'Open' object layout differs from 'Plain'
# expect: (<class '__main__.Plain'>,)
# expect: Lean Weak __bases__ assignment: 'Weak' object layout differs from 'Plain'
# expect: Lean Open __bases__ assignment: 'Open' object layout differs from 'Plain'
# expect: Lean Plain ok
# expect: (<class '__main__.Plain'>,)
# expect: FromBare FromBare ok
# expect: FromBare Listed __class__ assignment: 'Listed' object layout differs from 'FromBare'
# expect: FromBare Bare __class__ assignment: 'Bare' object layout differs from 'FromBare'
# expect: FromBare FromListed __class__ assignment: 'FromListed' object layout differs from 'FromBare'
# expect: FromBare Wrong __class__ assignment: 'Wrong' object layout differs from 'FromBare'
# expect: FromBare Key __class__ assignment: 'Key' object layout differs from 'FromBare'
# expect: FromBare FromKey __class__ assignment: 'FromKey' object layout differs from 'FromBare'
# expect: FromBare error __class__ assignment: 'error' object layout differs from 'FromBare'
# expect: FromBare Plain __class__ assignment: 'Plain' object layout differs from 'FromBare'
# expect: FromBare FromPlain __class__ assignment: 'FromPlain' object layout differs from 'FromBare'
# expect: FromBare Lean __class__ assignment: 'Lean' object layout differs from 'FromBare'
# expect: FromBare Weak __class__ assignment: 'Weak' object layout differs from 'FromBare'
# expect: FromBare Open __class__ assignment: 'Open' object layout differs from 'FromBare'
# expect: FromBare Both __class__ assignment: 'Both' object layout differs from 'FromBare'
# expect: FromBare One __class__ assignment: 'One' object layout differs from 'FromBare'
# expect: FromBare Other __class__ assignment: 'Other' object layout differs from 'FromBare'
# expect: FromBare Third __class__ assignment: 'Third' object layout differs from 'FromBare'
# expect: Listed FromBare __class__ assignment: 'FromBare' object layout differs from 'Listed'
# expect: Listed Listed ok
# expect: Listed Bare __class__ assignment: 'Bare' object layout differs from 'Listed'
# expect: Listed FromListed ok
# expect: Listed Wrong __class__ assignment: 'Wrong' object layout differs from 'Listed'
# expect: Listed Key __class__ assignment: 'Key' object layout differs from 'Listed'
# expect: Listed FromKey __class__ assignment: 'FromKey' object layout differs from 'Listed'
# expect: Listed error __class__ assignment: 'error' object layout differs from 'Listed'
# expect: Listed Plain __class__ assignment: 'Plain' object layout differs from 'Listed'
# expect: Listed FromPlain __class__ assignment: 'FromPlain' object layout differs from 'Listed'
# expect: Listed Lean __class__ assignment: 'Lean' object layout differs from 'Listed'
# expect: Listed Weak __class__ assignment: 'Weak' object layout differs from 'Listed'
# expect: Listed Open __class__ assignment: 'Open' object layout differs from 'Listed'
# expect: Listed Both __class__ assignment: 'Both' object layout differs from 'Listed'
# expect: Listed One __class__ assignment: 'One' object layout differs from 'Listed'
# expect: Listed Other __class__ assignment: 'Other' object layout differs from 'Listed'
# expect: Listed Third __class__ assignment: 'Third' object layout differs from 'Listed'
# expect: Bare FromBare __class__ assignment: 'FromBare' object layout differs from 'Bare'
# expect: Bare Listed __class__ assignment: 'Listed' object layout differs from 'Bare'
# expect: Bare Bare ok
# expect: Bare FromListed __class__ assignment: 'FromListed' object layout differs from 'Bare'
# expect: Bare Wrong __class__ assignment: 'Wrong' object layout differs from 'Bare'
# expect: Bare Key __class__ assignment: 'Key' object layout differs from 'Bare'
# expect: Bare FromKey __class__ assignment: 'FromKey' object layout differs from 'Bare'
# expect: Bare error __class__ assignment: 'error' object layout differs from 'Bare'
# expect: Bare Plain __class__ assignment: 'Plain' object layout differs from 'Bare'
# expect: Bare FromPlain __class__ assignment: 'FromPlain' object layout differs from 'Bare'
# expect: Bare Lean __class__ assignment: 'Lean' object layout differs from 'Bare'
# expect: Bare Weak __class__ assignment: 'Weak' object layout differs from 'Bare'
# expect: Bare Open __class__ assignment: 'Open' object layout differs from 'Bare'
# expect: Bare Both __class__ assignment: 'Both' object layout differs from 'Bare'
# expect: Bare One __class__ assignment: 'One' object layout differs from 'Bare'
# expect: Bare Other __class__ assignment: 'Other' object layout differs from 'Bare'
# expect: Bare Third __class__ assignment: 'Third' object layout differs from 'Bare'
# expect: FromListed FromBare __class__ assignment: 'FromBare' object layout differs from 'FromListed'
# expect: FromListed Listed ok
# expect: FromListed Bare __class__ assignment: 'Bare' object layout differs from 'FromListed'
# expect: FromListed FromListed ok
# expect: FromListed Wrong __class__ assignment: 'Wrong' object layout differs from 'FromListed'
# expect: FromListed Key __class__ assignment: 'Key' object layout differs from 'FromListed'
# expect: FromListed FromKey __class__ assignment: 'FromKey' object layout differs from 'FromListed'
# expect: FromListed error __class__ assignment: 'error' object layout differs from 'FromListed'
# expect: FromListed Plain __class__ assignment: 'Plain' object layout differs from 'FromListed'
# expect: FromListed FromPlain __class__ assignment: 'FromPlain' object layout differs from 'FromListed'
# expect: FromListed Lean __class__ assignment: 'Lean' object layout differs from 'FromListed'
# expect: FromListed Weak __class__ assignment: 'Weak' object layout differs from 'FromListed'
# expect: FromListed Open __class__ assignment: 'Open' object layout differs from 'FromListed'
# expect: FromListed Both __class__ assignment: 'Both' object layout differs from 'FromListed'
# expect: FromListed One __class__ assignment: 'One' object layout differs from 'FromListed'
# expect: FromListed Other __class__ assignment: 'Other' object layout differs from 'FromListed'
# expect: FromListed Third __class__ assignment: 'Third' object layout differs from 'FromListed'
# expect: Wrong FromBare __class__ assignment: 'FromBare' object layout differs from 'Wrong'
# expect: Wrong Listed __class__ assignment: 'Listed' object layout differs from 'Wrong'
# expect: Wrong Bare __class__ assignment: 'Bare' object layout differs from 'Wrong'
# expect: Wrong FromListed __class__ assignment: 'FromListed' object layout differs from 'Wrong'
# expect: Wrong Wrong ok
# expect: Wrong Key __class__ assignment: 'Key' object layout differs from 'Wrong'
# expect: Wrong FromKey __class__ assignment: 'FromKey' object layout differs from 'Wrong'
# expect: Wrong error __class__ assignment: 'error' object layout differs from 'Wrong'
# expect: Wrong Plain __class__ assignment: 'Plain' object layout differs from 'Wrong'
# expect: Wrong FromPlain __class__ assignment: 'FromPlain' object layout differs from 'Wrong'
# expect: Wrong Lean __class__ assignment: 'Lean' object layout differs from 'Wrong'
# expect: Wrong Weak __class__ assignment: 'Weak' object layout differs from 'Wrong'
# expect: Wrong Open __class__ assignment: 'Open' object layout differs from 'Wrong'
# expect: Wrong Both __class__ assignment: 'Both' object layout differs from 'Wrong'
# expect: Wrong One __class__ assignment: 'One' object layout differs from 'Wrong'
# expect: Wrong Other __class__ assignment: 'Other' object layout differs from 'Wrong'
# expect: Wrong Third __class__ assignment: 'Third' object layout differs from 'Wrong'
# expect: Key FromBare __class__ assignment: 'FromBare' object layout differs from 'Key'
# expect: Key Listed __class__ assignment: 'Listed' object layout differs from 'Key'
# expect: Key Bare __class__ assignment: 'Bare' object layout differs from 'Key'
# expect: Key FromListed __class__ assignment: 'FromListed' object layout differs from 'Key'
# expect: Key Wrong __class__ assignment: 'Wrong' object layout differs from 'Key'
# expect: Key Key ok
# expect: Key FromKey ok
# expect: Key error __class__ assignment: 'error' object layout differs from 'Key'
# expect: Key Plain __class__ assignment: 'Plain' object layout differs from 'Key'
# expect: Key FromPlain __class__ assignment: 'FromPlain' object layout differs from 'Key'
# expect: Key Lean __class__ assignment: 'Lean' object layout differs from 'Key'
# expect: Key Weak __class__ assignment: 'Weak' object layout differs from 'Key'
# expect: Key Open __class__ assignment: 'Open' object layout differs from 'Key'
# expect: Key Both __class__ assignment: 'Both' object layout differs from 'Key'
# expect: Key One __class__ assignment: 'One' object layout differs from 'Key'
# expect: Key Other __class__ assignment: 'Other' object layout differs from 'Key'
# expect: Key Third __class__ assignment: 'Third' object layout differs from 'Key'
# expect: FromKey FromBare __class__ assignment: 'FromBare' object layout differs from 'FromKey'
# expect: FromKey Listed __class__ assignment: 'Listed' object layout differs from 'FromKey'
# expect: FromKey Bare __class__ assignment: 'Bare' object layout differs from 'FromKey'
# expect: FromKey FromListed __class__ assignment: 'FromListed' object layout differs from 'FromKey'
# expect: FromKey Wrong __class__ assignment: 'Wrong' object layout differs from 'FromKey'
# expect: FromKey Key ok
# expect: FromKey FromKey ok
# expect: FromKey error __class__ assignment: 'error' object layout differs from 'FromKey'
# expect: FromKey Plain __class__ assignment: 'Plain' object layout differs from 'FromKey'
# expect: FromKey FromPlain __class__ assignment: 'FromPlain' object layout differs from 'FromKey'
# expect: FromKey Lean __class__ assignment: 'Lean' object layout differs from 'FromKey'
# expect: FromKey Weak __class__ assignment: 'Weak' object layout differs from 'FromKey'
# expect: FromKey Open __class__ assignment: 'Open' object layout differs from 'FromKey'
# expect: FromKey Both __class__ assignment: 'Both' object layout differs from 'FromKey'
# expect: FromKey One __class__ assignment: 'One' object layout differs from 'FromKey'
# expect: FromKey Other __class__ assignment: 'Other' object layout differs from 'FromKey'
# expect: FromKey Third __class__ assignment: 'Third' object layout differs from 'FromKey'
# expect: error FromBare __class__ assignment: 'FromBare' object layout differs from 'error'
# expect: error Listed __class__ assignment: 'Listed' object layout differs from 'error'
# expect: error Bare __class__ assignment: 'Bare' object layout differs from 'error'
# expect: error FromListed __class__ assignment: 'FromListed' object layout differs from 'error'
# expect: error Wrong __class__ assignment: 'Wrong' object layout differs from 'error'
# expect: error Key __class__ assignment: 'Key' object layout differs from 'error'
# expect: error FromKey __class__ assignment: 'FromKey' object layout differs from 'error'
# expect: error error ok
# expect: error Plain __class__ assignment: 'Plain' object layout differs from 'error'
# expect: error FromPlain __class__ assignment: 'FromPlain' object layout differs from 'error'
# expect: error Lean __class__ assignment: 'Lean' object layout differs from 'error'
# expect: error Weak __class__ assignment: 'Weak' object layout differs from 'error'
# expect: error Open __class__ assignment: 'Open' object layout differs from 'error'
# expect: error Both __class__ assignment: 'Both' object layout differs from 'error'
# expect: error One __class__ assignment: 'One' object layout differs from 'error'
# expect: error Other __class__ assignment: 'Other' object layout differs from 'error'
# expect: error Third __class__ assignment: 'Third' object layout differs from 'error'
# expect: Plain FromBare __class__ assignment: 'FromBare' object layout differs from 'Plain'
# expect: Plain Listed __class__ assignment: 'Listed' object layout differs from 'Plain'
# expect: Plain Bare __class__ assignment: 'Bare' object layout differs from 'Plain'
# expect: Plain FromListed __class__ assignment: 'FromListed' object layout differs from 'Plain'
# expect: Plain Wrong __class__ assignment: 'Wrong' object layout differs from 'Plain'
# expect: Plain Key __class__ assignment: 'Key' object layout differs from 'Plain'
# expect: Plain FromKey __class__ assignment: 'FromKey' object layout differs from 'Plain'
# expect: Plain error __class__ assignment: 'error' object layout differs from 'Plain'
# expect: Plain Plain ok
# expect: Plain FromPlain ok
# expect: Plain Lean ok
# expect: Plain Weak __class__ assignment: 'Weak' object layout differs from 'Plain'
# expect: Plain Open __class__ assignment: 'Open' object layout differs from 'Plain'
# expect: Plain Both ok
# expect: Plain One __class__ assignment: 'One' object layout differs from 'Plain'
# expect: Plain Other __class__ assignment: 'Other' object layout differs from 'Plain'
# expect: Plain Third __class__ assignment: 'Third' object layout differs from 'Plain'
# expect: FromPlain FromBare __class__ assignment: 'FromBare' object layout differs from 'FromPlain'
# expect: FromPlain Listed __class__ assignment: 'Listed' object layout differs from 'FromPlain'
# expect: FromPlain Bare __class__ assignment: 'Bare' object layout differs from 'FromPlain'
# expect: FromPlain FromListed __class__ assignment: 'FromListed' object layout differs from 'FromPlain'
# expect: FromPlain Wrong __class__ assignment: 'Wrong' object layout differs from 'FromPlain'
# expect: FromPlain Key __class__ assignment: 'Key' object layout differs from 'FromPlain'
# expect: FromPlain FromKey __class__ assignment: 'FromKey' object layout differs from 'FromPlain'
# expect: FromPlain error __class__ assignment: 'error' object layout differs from 'FromPlain'
# expect: FromPlain Plain ok
# expect: FromPlain FromPlain ok
# expect: FromPlain Lean ok
# expect: FromPlain Weak __class__ assignment: 'Weak' object layout differs from 'FromPlain'
# expect: FromPlain Open __class__ assignment: 'Open' object layout differs from 'FromPlain'
# expect: FromPlain Both ok
# expect: FromPlain One __class__ assignment: 'One' object layout differs from 'FromPlain'
# expect: FromPlain Other __class__ assignment: 'Other' object layout differs from 'FromPlain'
# expect: FromPlain Third __class__ assignment: 'Third' object layout differs from 'FromPlain'
# expect: Lean FromBare __class__ assignment: 'FromBare' object layout differs from 'Lean'
# expect: Lean Listed __class__ assignment: 'Listed' object layout differs from 'Lean'
# expect: Lean Bare __class__ assignment: 'Bare' object layout differs from 'Lean'
# expect: Lean FromListed __class__ assignment: 'FromListed' object layout differs from 'Lean'
# expect: Lean Wrong __class__ assignment: 'Wrong' object layout differs from 'Lean'
# expect: Lean Key __class__ assignment: 'Key' object layout differs from 'Lean'
# expect: Lean FromKey __class__ assignment: 'FromKey' object layout differs from 'Lean'
# expect: Lean error __class__ assignment: 'error' object layout differs from 'Lean'
# expect: Lean Plain ok
# expect: Lean FromPlain ok
# expect: Lean Lean ok
# expect: Lean Weak __class__ assignment: 'Weak' object layout differs from 'Lean'
# expect: Lean Open __class__ assignment: 'Open' object layout differs from 'Lean'
# expect: Lean Both ok
# expect: Lean One __class__ assignment: 'One' object layout differs from 'Lean'
# expect: Lean Other __class__ assignment: 'Other' object layout differs from 'Lean'
# expect: Lean Third __class__ assignment: 'Third' object layout differs from 'Lean'
# expect: Weak FromBare __class__ assignment: 'FromBare' object layout differs from 'Weak'
# expect: Weak Listed __class__ assignment: 'Listed' object layout differs from 'Weak'
# expect: Weak Bare __class__ assignment: 'Bare' object layout differs from 'Weak'
# expect: Weak FromListed __class__ assignment: 'FromListed' object layout differs from 'Weak'
# expect: Weak Wrong __class__ assignment: 'Wrong' object layout differs from 'Weak'
# expect: Weak Key __class__ assignment: 'Key' object layout differs from 'Weak'
# expect: Weak FromKey __class__ assignment: 'FromKey' object layout differs from 'Weak'
# expect: Weak error __class__ assignment: 'error' object layout differs from 'Weak'
# expect: Weak Plain __class__ assignment: 'Plain' object layout differs from 'Weak'
# expect: Weak FromPlain __class__ assignment: 'FromPlain' object layout differs from 'Weak'
# expect: Weak Lean __class__ assignment: 'Lean' object layout differs from 'Weak'
# expect: Weak Weak ok
# expect: Weak Open __class__ assignment: 'Open' object layout differs from 'Weak'
# expect: Weak Both __class__ assignment: 'Both' object layout differs from 'Weak'
# expect: Weak One __class__ assignment: 'One' object layout differs from 'Weak'
# expect: Weak Other __class__ assignment: 'Other' object layout differs from 'Weak'
# expect: Weak Third __class__ assignment: 'Third' object layout differs from 'Weak'
# expect: Open FromBare __class__ assignment: 'FromBare' object layout differs from 'Open'
# expect: Open Listed __class__ assignment: 'Listed' object layout differs from 'Open'
# expect: Open Bare __class__ assignment: 'Bare' object layout differs from 'Open'
# expect: Open FromListed __class__ assignment: 'FromListed' object layout differs from 'Open'
# expect: Open Wrong __class__ assignment: 'Wrong' object layout differs from 'Open'
# expect: Open Key __class__ assignment: 'Key' object layout differs from 'Open'
# expect: Open FromKey __class__ assignment: 'FromKey' object layout differs from 'Open'
# expect: Open error __class__ assignment: 'error' object layout differs from 'Open'
# expect: Open Plain __class__ assignment: 'Plain' object layout differs from 'Open'
# expect: Open FromPlain __class__ assignment: 'FromPlain' object layout differs from 'Open'
# expect: Open Lean __class__ assignment: 'Lean' object layout differs from 'Open'
# expect: Open Weak __class__ assignment: 'Weak' object layout differs from 'Open'
# expect: Open Open ok
# expect: Open Both __class__ assignment: 'Both' object layout differs from 'Open'
# expect: Open One __class__ assignment: 'One' object layout differs from 'Open'
# expect: Open Other __class__ assignment: 'Other' object layout differs from 'Open'
# expect: Open Third __class__ assignment: 'Third' object layout differs from 'Open'
# expect: Both FromBare __class__ assignment: 'FromBare' object layout differs from 'Both'
# expect: Both Listed __class__ assignment: 'Listed' object layout differs from 'Both'
# expect: Both Bare __class__ assignment: 'Bare' object layout differs from 'Both'
# expect: Both FromListed __class__ assignment: 'FromListed' object layout differs from 'Both'
# expect: Both Wrong __class__ assignment: 'Wrong' object layout differs from 'Both'
# expect: Both Key __class__ assignment: 'Key' object layout differs from 'Both'
# expect: Both FromKey __class__ assignment: 'FromKey' object layout differs from 'Both'
# expect: Both error __class__ assignment: 'error' object layout differs from 'Both'
# expect: Both Plain ok
# expect: Both FromPlain ok
# expect: Both Lean ok
# expect: Both Weak __class__ assignment: 'Weak' object layout differs from 'Both'
# expect: Both Open __class__ assignment: 'Open' object layout differs from 'Both'
# expect: Both Both ok
# expect: Both One __class__ assignment: 'One' object layout differs from 'Both'
# expect: Both Other __class__ assignment: 'Other' object layout differs from 'Both'
# expect: Both Third __class__ assignment: 'Third' object layout differs from 'Both'
# expect: One FromBare __class__ assignment: 'FromBare' object layout differs from 'One'
# expect: One Listed __class__ assignment: 'Listed' object layout differs from 'One'
# expect: One Bare __class__ assignment: 'Bare' object layout differs from 'One'
# expect: One FromListed __class__ assignment: 'FromListed' object layout differs from 'One'
# expect: One Wrong __class__ assignment: 'Wrong' object layout differs from 'One'
# expect: One Key __class__ assignment: 'Key' object layout differs from 'One'
# expect: One FromKey __class__ assignment: 'FromKey' object layout differs from 'One'
# expect: One error __class__ assignment: 'error' object layout differs from 'One'
# expect: One Plain __class__ assignment: 'Plain' object layout differs from 'One'
# expect: One FromPlain __class__ assignment: 'FromPlain' object layout differs from 'One'
# expect: One Lean __class__ assignment: 'Lean' object layout differs from 'One'
# expect: One Weak __class__ assignment: 'Weak' object layout differs from 'One'
# expect: One Open __class__ assignment: 'Open' object layout differs from 'One'
# expect: One Both __class__ assignment: 'Both' object layout differs from 'One'
# expect: One One ok
# expect: One Other ok
# expect: One Third __class__ assignment: 'Third' object layout differs from 'One'
# expect: Other FromBare __class__ assignment: 'FromBare' object layout differs from 'Other'
# expect: Other Listed __class__ assignment: 'Listed' object layout differs from 'Other'
# expect: Other Bare __class__ assignment: 'Bare' object layout differs from 'Other'
# expect: Other FromListed __class__ assignment: 'FromListed' object layout differs from 'Other'
# expect: Other Wrong __class__ assignment: 'Wrong' object layout differs from 'Other'
# expect: Other Key __class__ assignment: 'Key' object layout differs from 'Other'
# expect: Other FromKey __class__ assignment: 'FromKey' object layout differs from 'Other'
# expect: Other error __class__ assignment: 'error' object layout differs from 'Other'
# expect: Other Plain __class__ assignment: 'Plain' object layout differs from 'Other'
# expect: Other FromPlain __class__ assignment: 'FromPlain' object layout differs from 'Other'
# expect: Other Lean __class__ assignment: 'Lean' object layout differs from 'Other'
# expect: Other Weak __class__ assignment: 'Weak' object layout differs from 'Other'
# expect: Other Open __class__ assignment: 'Open' object layout differs from 'Other'
# expect: Other Both __class__ assignment: 'Both' object layout differs from 'Other'
# expect: Other One ok
# expect: Other Other ok
# expect: Other Third __class__ assignment: 'Third' object layout differs from 'Other'
# expect: Third FromBare __class__ assignment: 'FromBare' object layout differs from 'Third'
# expect: Third Listed __class__ assignment: 'Listed' object layout differs from 'Third'
# expect: Third Bare __class__ assignment: 'Bare' object layout differs from 'Third'
# expect: Third FromListed __class__ assignment: 'FromListed' object layout differs from 'Third'
# expect: Third Wrong __class__ assignment: 'Wrong' object layout differs from 'Third'
# expect: Third Key __class__ assignment: 'Key' object layout differs from 'Third'
# expect: Third FromKey __class__ assignment: 'FromKey' object layout differs from 'Third'
# expect: Third error __class__ assignment: 'error' object layout differs from 'Third'
# expect: Third Plain __class__ assignment: 'Plain' object layout differs from 'Third'
# expect: Third FromPlain __class__ assignment: 'FromPlain' object layout differs from 'Third'
# expect: Third Lean __class__ assignment: 'Lean' object layout differs from 'Third'
# expect: Third Weak __class__ assignment: 'Weak' object layout differs from 'Third'
# expect: Third Open __class__ assignment: 'Open' object layout differs from 'Third'
# expect: Third Both __class__ assignment: 'Both' object layout differs from 'Third'
# expect: Third One __class__ assignment: 'One' object layout differs from 'Third'
# expect: Third Other __class__ assignment: 'Other' object layout differs from 'Third'
# expect: Third Third ok
