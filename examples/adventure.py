# A text adventure: rooms, things and a door, played by what is typed (rows 16 and 18: names, aliases, what can be asked).
# Look at "Names and objects" while playing: taking the lamp moves one pointer from the room's list to the player's, and
# the lamp itself stays where it is. Each input() is in the recording, so going back and forward asks nothing again.


class Thing:
    def __init__(self, name, description, weight=1):
        self.name = name
        self.description = description
        self.weight = weight

    def look(self):
        return self.description

    def use(self, game):
        return f"You turn the {self.name} over in your hands."


class Lamp(Thing):
    def __init__(self):
        super().__init__("lamp", "An oil lamp, still warm.")
        self.is_lit = False

    def look(self):
        return super().look() + (" It burns." if self.is_lit else "")

    def use(self, game):
        self.is_lit = not self.is_lit
        return "The lamp burns." if self.is_lit else "It is dark again."


class Key(Thing):
    def __init__(self, name, description, opens):
        super().__init__(name, description)
        self.opens = opens

    def use(self, game):
        for direction, door in game.player.room.exits.items():
            if isinstance(door, Door) and door.key is self:
                door.is_open = not door.is_open
                return f"The door to the {direction} is {'open' if door.is_open else 'locked'}."
        return "There is no lock here for it."


class Food(Thing):
    def use(self, game):
        game.player.things.remove(self)
        game.player.strength += 2
        return f"You eat the {self.name}. You feel stronger."


class Room:
    def __init__(self, name, description, is_dark=False):
        self.name = name
        self.description = description
        self.is_dark = is_dark
        self.exits = {}
        self.things = []
        self.visits = 0

    def join(self, direction, other, back, door=None):
        self.exits[direction] = door.between(self, other) if door else other
        other.exits[back] = self.exits[direction] if door else self

    def __repr__(self):
        return f"<room {self.name}>"


class Door:
    def __init__(self, key):
        self.key = key
        self.is_open = False
        self.sides = ()

    def between(self, one, other):
        self.sides = (one, other)
        return self

    def beyond(self, room):
        return self.sides[1] if room is self.sides[0] else self.sides[0]


class Player:
    def __init__(self, room):
        self.room = room
        self.things = []
        self.strength = 3

    @property
    def load(self):
        return sum(thing.weight for thing in self.things)

    def has_light(self):
        return any(isinstance(thing, Lamp) and thing.is_lit for thing in self.things)


class Refusal(Exception):
    """The game says no; its text is what the player reads."""


OPPOSITE = {"north": "south", "east": "west", "up": "down"}
OPPOSITE |= {back: there for there, back in OPPOSITE.items()}
SHORT = {"n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down"}


class Game:
    def __init__(self):
        hall = Room("hall", "A cold hall with a long table.")
        kitchen = Room("kitchen", "Copper pans, and a smell of thyme.")
        cellar = Room("cellar", "Barrels, and a small iron door.", is_dark=True)
        vault = Room("vault", "Shelves up to the ceiling.", is_dark=True)
        tower = Room("tower", "Wind. The whole valley lies below.")

        key = Key("key", "An iron key.", "vault")
        hall.join("east", kitchen, "west")
        hall.join("up", tower, "down")
        kitchen.join("down", cellar, "up")
        cellar.join("north", vault, "south", Door(key))

        hall.things += [Lamp()]
        kitchen.things += [Food("bread", "A heavy loaf."), Thing("anvil", "Who keeps an anvil in a kitchen?", 50)]
        tower.things += [key]
        vault.things += [Thing("chest", "A chest full of silver.", 4)]

        self.rooms = [hall, kitchen, cellar, vault, tower]
        self.player = Player(hall)
        self.moves = 0
        self.is_over = False
        self.commands = {name.removeprefix("do_"): getattr(self, name) for name in dir(self) if name.startswith("do_")}

    # Finding things by name

    def find(self, name, *places):
        for place in places:
            for thing in place:
                if thing.name == name:
                    return thing
        raise Refusal(f"There is no {name} here." if name else "What?")

    def can_see(self):
        return not self.player.room.is_dark or self.player.has_light()

    # What a player can do: each method of the name do_… is a word

    def do_look(self, name=""):
        """look [THING]"""
        room = self.player.room
        if not self.can_see():
            return "It is too dark to see."
        if name:
            return self.find(name, self.player.things, room.things).look()
        lines = [room.description]
        if room.things:
            lines.append("You see: " + ", ".join(sorted(thing.name for thing in room.things)) + ".")
        lines.append("Ways: " + ", ".join(sorted(room.exits)) + ".")
        return "\n".join(lines)

    def do_go(self, direction=""):
        """go DIRECTION"""
        room = self.player.room
        direction = SHORT.get(direction, direction)
        if direction not in room.exits:
            raise Refusal("There is no way there.")
        way = room.exits[direction]
        if isinstance(way, Door):
            if not way.is_open:
                raise Refusal("The door is locked.")
            way = way.beyond(room)
        self.player.room = way
        way.visits += 1
        return f"[{way.name}]\n{self.do_look()}" if way.visits == 1 else f"[{way.name}]"

    def do_take(self, name=""):
        """take THING"""
        if not self.can_see():
            raise Refusal("You grope about and find nothing.")
        things = self.player.room.things
        thing = self.find(name, things)
        if self.player.load + thing.weight > self.player.strength + 2:
            raise Refusal(f"The {name} is too heavy for you.")
        things.remove(thing)
        self.player.things.append(thing)
        return f"You have the {name}."

    def do_drop(self, name=""):
        """drop THING"""
        thing = self.find(name, self.player.things)
        self.player.things.remove(thing)
        self.player.room.things.append(thing)
        return "Done."

    def do_use(self, name=""):
        """use THING"""
        return self.find(name, self.player.things).use(self)

    def do_carry(self):
        """carry: what you have"""
        names = [f"{thing.name} ({thing.weight})" for thing in self.player.things]
        return "You carry " + (", ".join(names) or "nothing") + "."

    def do_help(self):
        """help"""
        return "\n".join(command.__doc__ for _, command in sorted(self.commands.items()))

    def do_quit(self):
        """quit"""
        self.is_over = True
        return "Good night."

    def answer(self, line):
        word, *rest = line.lower().split() or [""]
        if word in SHORT or word in OPPOSITE:
            word, rest = "go", [word]
        if word not in self.commands:
            raise Refusal(f"I do not know how to {word or 'do nothing'}. Try help.")
        self.moves += 1
        try:
            return self.commands[word](*rest)
        except TypeError:
            raise Refusal("Say it in fewer words.") from None

    def play(self):
        print(self.do_look())
        while not self.is_over:
            try:
                line = input("> ")
            except EOFError:
                print("\n(no more input)")
                break
            print(line)
            try:
                print(self.answer(line))
            except Refusal as refusal:
                print(refusal)
            if self.player.room is self.rooms[0] and any(thing.name == "chest" for thing in self.player.things):
                print("You set the chest on the table. The house is yours.")
                self.is_over = True
        print(f"{self.moves} moves, {sum(room.visits > 0 for room in self.rooms)} rooms entered, carrying {self.player.load}.")


Game().play()
