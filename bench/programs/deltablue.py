"""DeltaBlue (John Maloney, Mario Wolczko): an incremental solver of one-way constraints with strengths.

Deep inheritance, super calls, short methods, lists of objects. Two problems, as in pyperformance: a long chain of equal
variables, and many pairs of a variable and its scaled image.
"""

N = 15
SIZE = 1_000


class Strength:
    """How much a constraint matters; a smaller number is stronger."""

    def __init__(self, number, name):
        self.number = number
        self.name = name

    def __repr__(self):
        return self.name

    def is_stronger(self, other):
        return self.number < other.number

    def is_weaker(self, other):
        return self.number > other.number

    def next_weaker(self):
        return STRENGTHS[self.number + 1]

    @staticmethod
    def weakest_of(first, second):
        return first if first.is_weaker(second) else second


STRENGTHS = [
    Strength(number, name)
    for number, name in enumerate(
        ["required", "strong preferred", "preferred", "strong default", "normal", "weak default", "weakest"]
    )
]
REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST = STRENGTHS

FORWARD, BACKWARD, NO_DIRECTION = 1, -1, 0


class Constraint:
    """A relation that one of its methods can restore by setting one of its variables, its output."""

    def __init__(self, strength):
        self.strength = strength

    def is_input(self):
        return False

    def add(self, planner):
        self.add_to_graph()
        planner.incremental_add(self)

    def satisfy(self, mark, planner):
        """Chooses a method if the strength allows; the constraint that is overridden by it, or None."""
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength is REQUIRED:
                raise ValueError("a required constraint cannot be satisfied")
            return None
        self.mark_inputs(mark)
        output = self.output()
        overridden = output.determined_by
        if overridden is not None:
            overridden.mark_unsatisfied()
        output.determined_by = self
        if not planner.add_propagate(self, mark):
            raise ValueError("a cycle of constraints")
        output.mark = mark
        return overridden

    def destroy(self, planner):
        if self.is_satisfied():
            planner.incremental_remove(self)
        else:
            self.remove_from_graph()


class UnaryConstraint(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        self.add(planner)

    def add_to_graph(self):
        self.variable.add_constraint(self)
        self.satisfied = False

    def remove_from_graph(self):
        if self.variable is not None:
            self.variable.remove_constraint(self)
        self.satisfied = False

    def choose_method(self, mark):
        variable = self.variable
        self.satisfied = variable.mark != mark and self.strength.is_stronger(variable.walk_strength)

    def is_satisfied(self):
        return self.satisfied

    def mark_inputs(self, mark):
        pass

    def output(self):
        return self.variable

    def mark_unsatisfied(self):
        self.satisfied = False

    def recalculate(self):
        self.variable.walk_strength = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()

    def inputs_known(self, mark):
        return True

    def execute(self):
        pass


class StayConstraint(UnaryConstraint):
    """The variable should stay as it is."""


class EditConstraint(UnaryConstraint):
    """The variable is set from outside."""

    def is_input(self):
        return True


class BinaryConstraint(Constraint):
    def __init__(self, first, second, strength, planner):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = NO_DIRECTION
        self.add(planner)

    def choose_method(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            can = second.mark != mark and self.strength.is_stronger(second.walk_strength)
            self.direction = FORWARD if can else NO_DIRECTION
        elif second.mark == mark:
            can = first.mark != mark and self.strength.is_stronger(first.walk_strength)
            self.direction = BACKWARD if can else NO_DIRECTION
        elif first.walk_strength.is_weaker(second.walk_strength):
            self.direction = BACKWARD if self.strength.is_stronger(first.walk_strength) else NO_DIRECTION
        else:
            self.direction = FORWARD if self.strength.is_stronger(second.walk_strength) else NO_DIRECTION

    def add_to_graph(self):
        self.first.add_constraint(self)
        self.second.add_constraint(self)
        self.direction = NO_DIRECTION

    def remove_from_graph(self):
        if self.first is not None:
            self.first.remove_constraint(self)
        if self.second is not None:
            self.second.remove_constraint(self)
        self.direction = NO_DIRECTION

    def is_satisfied(self):
        return self.direction != NO_DIRECTION

    def mark_inputs(self, mark):
        self.input().mark = mark

    def input(self):
        return self.first if self.direction == FORWARD else self.second

    def output(self):
        return self.second if self.direction == FORWARD else self.first

    def recalculate(self):
        source, output = self.input(), self.output()
        output.walk_strength = Strength.weakest_of(self.strength, source.walk_strength)
        output.stay = source.stay
        if output.stay:
            self.execute()

    def mark_unsatisfied(self):
        self.direction = NO_DIRECTION

    def inputs_known(self, mark):
        source = self.input()
        return source.mark == mark or source.stay or source.determined_by is None


class EqualityConstraint(BinaryConstraint):
    def execute(self):
        self.output().value = self.input().value


class ScaleConstraint(BinaryConstraint):
    """second = first * scale + offset"""

    def __init__(self, source, scale, offset, destination, strength, planner):
        self.scale = scale
        self.offset = offset
        super().__init__(source, destination, strength, planner)

    def add_to_graph(self):
        super().add_to_graph()
        self.scale.add_constraint(self)
        self.offset.add_constraint(self)

    def remove_from_graph(self):
        super().remove_from_graph()
        if self.scale is not None:
            self.scale.remove_constraint(self)
        if self.offset is not None:
            self.offset.remove_constraint(self)

    def mark_inputs(self, mark):
        super().mark_inputs(mark)
        self.scale.mark = mark
        self.offset.mark = mark

    def execute(self):
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.scale.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.scale.value

    def recalculate(self):
        source, output = self.input(), self.output()
        output.walk_strength = Strength.weakest_of(self.strength, source.walk_strength)
        output.stay = source.stay and self.scale.stay and self.offset.stay
        if output.stay:
            self.execute()


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walk_strength = WEAKEST
        self.stay = True

    def __repr__(self):
        return f"<Variable {self.name}: {self.value}>"

    def add_constraint(self, constraint):
        self.constraints.append(constraint)

    def remove_constraint(self, constraint):
        self.constraints.remove(constraint)
        if self.determined_by is constraint:
            self.determined_by = None


class Plan:
    """Constraints in an order in which executing them restores all."""

    def __init__(self):
        self.constraints = []

    def add(self, constraint):
        self.constraints.append(constraint)

    def execute(self):
        for constraint in self.constraints:
            constraint.execute()


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def incremental_add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def incremental_remove(self, constraint):
        output = constraint.output()
        constraint.mark_unsatisfied()
        constraint.remove_from_graph()
        unsatisfied = self.remove_propagate_from(output)
        strength = REQUIRED
        while True:
            for other in unsatisfied:
                if other.strength is strength:
                    self.incremental_add(other)
            if strength is WEAKEST:
                break
            strength = strength.next_weaker()

    def plan_from_sources(self, sources):
        mark = self.new_mark()
        plan = Plan()
        todo = sources
        while todo:
            constraint = todo.pop()
            output = constraint.output()
            if output.mark != mark and constraint.inputs_known(mark):
                plan.add(constraint)
                output.mark = mark
                self.add_consuming(output, todo)
        return plan

    def plan_from_constraints(self, constraints):
        return self.plan_from_sources([c for c in constraints if c.is_input() and c.is_satisfied()])

    def add_propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            here = todo.pop()
            if here.output().mark == mark:
                self.incremental_remove(constraint)
                return False
            here.recalculate()
            self.add_consuming(here.output(), todo)
        return True

    def remove_propagate_from(self, output):
        output.determined_by = None
        output.walk_strength = WEAKEST
        output.stay = True
        unsatisfied = []
        todo = [output]
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                if not constraint.is_satisfied():
                    unsatisfied.append(constraint)
            determining = variable.determined_by
            for constraint in variable.constraints:
                if constraint is not determining and constraint.is_satisfied():
                    constraint.recalculate()
                    todo.append(constraint.output())
        return unsatisfied

    def add_consuming(self, variable, collection):
        determining = variable.determined_by
        for constraint in variable.constraints:
            if constraint is not determining and constraint.is_satisfied():
                collection.append(constraint)


def set_through_edit(planner, variable, value):
    edit = EditConstraint(variable, PREFERRED, planner)
    plan = planner.plan_from_constraints([edit])
    for _ in range(10):
        variable.value = value
        plan.execute()
    edit.destroy(planner)


def chain(n):
    """Equalities in a row: what is set at one end arrives at the other."""
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for first, second in zip(variables, variables[1:]):
        EqualityConstraint(first, second, REQUIRED, planner)
    first, last = variables[0], variables[-1]
    StayConstraint(last, STRONG_DEFAULT, planner)
    edit = EditConstraint(first, PREFERRED, planner)
    plan = planner.plan_from_constraints([edit])
    for value in range(100):
        first.value = value
        plan.execute()
        if last.value != value:
            raise AssertionError(f"chain: {last} is not {value}")
    edit.destroy(planner)
    return last.value


def check_image(variable, expected):
    if variable.value != expected:
        raise AssertionError(f"projection: {variable} is not {expected}")


def projection(n):
    """Scaled pairs that share scale and offset: set a source, an image, the scale, the offset."""
    planner = Planner()
    scale = Variable("scale", 10)
    offset = Variable("offset", 1000)
    source = destination = None
    images = []
    for i in range(n):
        source = Variable(f"source {i}", i)
        destination = Variable(f"destination {i}", i)
        images.append(destination)
        StayConstraint(source, NORMAL, planner)
        ScaleConstraint(source, scale, offset, destination, REQUIRED, planner)
    set_through_edit(planner, source, 17)
    check_image(destination, 1170)
    set_through_edit(planner, destination, 1050)
    check_image(source, 5)
    set_through_edit(planner, scale, 5)
    for i, image in enumerate(images[:-1]):
        check_image(image, i * 5 + 1000)
    set_through_edit(planner, offset, 2000)
    for i, image in enumerate(images[:-1]):
        check_image(image, i * 5 + 2000)
    return sum(image.value for image in images)


def main(round_count):
    for _ in range(round_count):
        result = f"{chain(SIZE)} {projection(SIZE)}"
    return result


if __name__ == "__main__":
    print(main(N))
