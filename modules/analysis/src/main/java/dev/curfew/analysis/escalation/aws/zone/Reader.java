package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.aws.condition.Chosen;
import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.ShortArns;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.policy.Said;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Reads statements for one actor's requests, about all things of a list.
///
/// @param context what is known of a request, whatever it is about
/// @param targets what is known besides, of each thing
record Reader(Names names, RequestContext context, Targets targets) {

    /// What requests know of what they are about.
    interface Targets {
        /// Things of equal kinds give equal contexts.
        int kind(int number);

        /// Whether things of different kinds can tell different values of a key.
        ///
        /// @param key in lower case
        boolean tells(String key);

        RequestContext context(int number);
    }

    /// Of things of which nothing is known but their names, which tell in which region they are.
    static Reader of(Names names, RequestContext context) {
        Map<String, Integer> regions = new HashMap<>();
        return new Reader(names, context, new Targets() {
            @Override
            public int kind(int number) {
                return regions.computeIfAbsent(Arn.region(names.name(number)), _ -> regions.size());
            }

            @Override
            public boolean tells(String key) {
                return key.equals(Chosen.REGION);
            }

            @Override
            public RequestContext context(int number) {
                return context;
            }
        });
    }

    /// @param layer in which they stand
    /// @param said takes what each of them says
    Zone about(Statement[] statements, PolicyLayer layer, List<Zone> said) {
        ShortArns arns = ShortArns.of(layer);
        Zone all = Zone.NONE;
        for (Statement statement : statements) {
            Zone zone = about(statement, arns);
            if (!zone.isEmpty()) {
                said.add(zone);
                all = all.or(zone);
            }
        }
        return all;
    }

    /// What the evaluator says of what three values leave open.
    ///
    /// @param about everything that is said of the action: where none of it asks for more of a thing than its name,
    ///     what is known of it makes no difference
    Zone settled(Zone answered, List<Zone> said, Supplier<List<Statement>> about, IntFunction<Level> ask) {
        Doubts doubts = new Doubts(answered);
        if (doubts.isEmpty()) {
            return answered;
        }
        doubts.split(said);
        if (about.get().stream().anyMatch(this::hangsOnTarget)) {
            doubts.split(targets::kind);
        }
        return doubts.settle(ask);
    }

    /// Whether what it says hangs on what is known of a thing besides its name.
    boolean hangsOnTarget(Statement statement) {
        return !names.isFixed(statement) || asksForTarget(statement);
    }

    private boolean asksForTarget(Statement statement) {
        return Said.unknownKeys(statement, context).stream().anyMatch(targets::tells);
    }

    private Zone about(Statement statement, ShortArns arns) {
        Match conditions = Said.conditions(statement, context);
        if (conditions.isNo()) {
            return Zone.NONE;
        }
        Zone named = names.isFixed(statement) ? Zone.of(names.about(statement, arns)) : oneByOne(statement, arns);
        if (conditions.isYes()) {
            return named;
        }
        return asksForTarget(statement) ? named.and(conditions(statement, named.any())) : named.and(Level.POSSIBLE);
    }

    /// What the resources name depends on who asks, and for whom.
    private Zone oneByOne(Statement statement, ShortArns arns) {
        BitSet certain = new BitSet();
        BitSet any = new BitSet();
        names.all().stream().forEach(number -> {
            Match match = Said.about(statement, names.name(number), context, arns);
            boolean open = !match.isNo() && !match.isYes();
            match = open ? Said.about(statement, names.name(number), targets.context(number), arns) : match;
            certain.set(number, match.isYes());
            any.set(number, !match.isNo());
        });
        return new Zone(certain, any);
    }

    private Zone conditions(Statement statement, BitSet named) {
        Map<Integer, Match> byKind = new HashMap<>();
        BitSet certain = new BitSet();
        BitSet any = new BitSet();
        named.stream().forEach(number -> {
            Match match = byKind.computeIfAbsent(
                    targets.kind(number), _ -> Said.conditions(statement, targets.context(number)));
            certain.set(number, match.isYes());
            any.set(number, !match.isNo());
        });
        return new Zone(certain, any);
    }
}
