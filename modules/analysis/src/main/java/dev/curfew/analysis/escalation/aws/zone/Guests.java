package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.policy.Said;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The roles that let in whoever is named in one way: by an ARN, by an account, or as one of all.
final class Guests {
    private final List<Line> allowing = new ArrayList<>();
    private final List<Line> denying = new ArrayList<>();
    private final BitSet certain = new BitSet();
    private final BitSet any = new BitSet();
    private final BitSet certainlyDenied = new BitSet();
    private final BitSet denied = new BitSet();

    /// @param number the role's
    void add(Statement statement, Actor role, int number) {
        if (!Line.isForAll(statement, role)) {
            (statement.allows() ? allowing : denying).add(new Line(number, statement));
            return;
        }
        Match conditions = Said.conditions(statement, role.anybodys());
        if (statement.allows()) {
            note(certain, any, number, conditions);
        } else {
            note(certainlyDenied, denied, number, conditions);
        }
    }

    private static void note(BitSet certain, BitSet any, int number, Match match) {
        if (match.isYes()) {
            certain.set(number);
        }
        if (!match.isNo()) {
            any.set(number);
        }
    }

    /// Those that let the actor in, who is named in this way.
    Zone allowing(Actor actor, Population population) {
        return with(new Zone(certain, any), allowing, actor, population);
    }

    /// Those that keep the actor out.
    Zone denying(Actor actor, Population population) {
        return with(new Zone(certainlyDenied, denied), denying, actor, population);
    }

    private static Zone with(Zone forAll, List<Line> lines, Actor actor, Population population) {
        if (lines.isEmpty()) {
            return forAll;
        }
        BitSet certain = new BitSet();
        BitSet any = new BitSet();
        for (Line line : lines) {
            note(certain, any, line.role(), line.conditions(actor, population));
        }
        return forAll.or(new Zone(certain, any));
    }
}
