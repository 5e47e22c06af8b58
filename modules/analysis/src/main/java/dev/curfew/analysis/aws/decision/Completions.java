package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.Chosen;
import dev.curfew.analysis.aws.program.LayerBit;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The answers to a request of which not all is known: to every way in which it could be complete, as far as that makes
/// a difference.
final class Completions {
    /// Ways to be complete that are looked into. With more, the answer hangs on everything that is not known.
    private static final int WAYS_MAX = 16_384;

    private final Access access;
    private final Reading reading;
    private final Gaps gaps;
    private final List<Unknown> unknowns;
    private final boolean tooMany;

    /// Of every way, in the order of their numbers, whether it is allowed.
    private boolean[] allowed = {};

    private final Set<Said> allowing = new LinkedHashSet<>();
    private final Set<Said> denying = new LinkedHashSet<>();
    private int missingAlways = -1;
    private int missingSomewhere;
    private int denied;

    Completions(AwsRequest request, Access access, Reading reading) {
        this.access = access;
        this.reading = reading;
        this.gaps = new Gaps(request, reading.said());
        this.unknowns = gaps.unknowns();
        double ways = unknowns.stream().mapToDouble(Unknown::size).reduce(1, (a, b) -> a * b);
        this.tooMany = gaps.areTooMany() || ways > WAYS_MAX;
        if (!tooMany) {
            tryAll((int) ways);
            choose();
        }
    }

    /// Of what is chosen by who makes the request the best choice counts.
    private void choose() {
        int stride = 1;
        for (Unknown unknown : unknowns) {
            if (unknown.chosen() != Chosen.NOT) {
                for (int way = 0; way < allowed.length; way++) {
                    if (way / stride % unknown.size() == 0) {
                        choose(unknown, way, stride);
                    }
                }
            }
            stride *= unknown.size();
        }
    }

    /// @param first the way in which it is absent
    private void choose(Unknown unknown, int first, int stride) {
        int last = first + (unknown.size() - 1) * stride;
        boolean any = allowed[first];
        for (int way = first; unknown.chosen() == Chosen.FREELY && way <= last; way += stride) {
            any |= allowed[way];
        }
        for (int way = first; any && way <= last; way += stride) {
            allowed[way] = true;
        }
    }

    private void tryAll(int ways) {
        allowed = new boolean[ways];
        Map<Unknown, Integer> chosen = new HashMap<>();
        for (int way = 0; way < ways; way++) {
            int rest = way;
            for (Unknown unknown : unknowns) {
                chosen.put(unknown, rest % unknown.size());
                rest /= unknown.size();
            }
            allowed[way] = isAllowed(chosen);
        }
    }

    private boolean isAllowed(Map<Unknown, Integer> chosen) {
        List<Said> applying = new ArrayList<>();
        for (Said said : reading.said()) {
            if (said.certain() || gaps.applies(said, chosen)) {
                applying.add(said);
            }
        }
        List<Said> denies = applying.stream().filter(Said::denies).toList();
        if (!denies.isEmpty()) {
            denying.addAll(denies);
            denied++;
            return false;
        }
        int given = given(applying);
        if (access.allows(given)) {
            int ways = access.ways(given);
            applying.stream().filter(said -> (said.gives() & ways) != 0).forEach(allowing::add);
            return true;
        }
        int missing = access.missing(given);
        missingAlways &= missing;
        missingSomewhere |= missing;
        return false;
    }

    /// Of the SCPs' levels, each that is open has to allow.
    private int given(List<Said> applying) {
        int given = reading.certain();
        for (Said said : applying) {
            given |= said.gives() & ~Access.SCP;
        }
        long satisfied = sections(applying);
        return satisfied > 0 && satisfied == sections(reading.said()) ? given | Access.SCP : given;
    }

    private static long sections(List<Said> said) {
        return said.stream()
                .filter(it -> it.gives() == Access.SCP)
                .mapToInt(Said::section)
                .distinct()
                .count();
    }

    Evaluation evaluation() {
        if (tooMany) {
            return open(unknowns, reading.said());
        }
        boolean any = false;
        boolean all = true;
        for (boolean each : allowed) {
            any |= each;
            all &= each;
        }
        if (all) {
            return new Evaluation.Allowed(
                    decides(access.allows(reading.certain()) ? certain() : List.copyOf(allowing)));
        }
        if (!any) {
            return denied();
        }
        return open(unknowns.stream().filter(this::matters).toList(), List.copyOf(decisive()));
    }

    /// The statements that are enough, whatever is not known.
    private List<Said> certain() {
        int ways = access.ways(reading.certain());
        return reading.said().stream()
                .filter(said -> said.certain() && (said.gives() & ways) != 0)
                .toList();
    }

    private Set<Said> decisive() {
        Set<Said> decisive = new LinkedHashSet<>(allowing);
        decisive.addAll(denying);
        return decisive;
    }

    private Evaluation denied() {
        if (denied < allowed.length) {
            return Layers.implicitlyDenied(missingAlways == 0 ? missingSomewhere : missingAlways);
        }
        int layers = 0;
        for (Said said : denying) {
            layers |= LayerBit.of(said.layer());
        }
        return new Evaluation.ExplicitlyDenied(decides(List.copyOf(denying)), Layers.set(layers));
    }

    /// Whether there are two ways that differ in nothing else, and one is allowed and the other not.
    private boolean matters(Unknown unknown) {
        int stride = 1;
        for (Unknown each : unknowns) {
            if (each == unknown) {
                break;
            }
            stride *= each.size();
        }
        for (int way = 0; way < allowed.length; way++) {
            int first = way - way / stride % unknown.size() * stride;
            if (allowed[way] != allowed[first]) {
                return true;
            }
        }
        return false;
    }

    private Evaluation open(List<Unknown> hangsOn, List<Said> said) {
        List<String> undecidable = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (Unknown unknown : hangsOn) {
            if (unknown.isKey()) {
                keys.add(unknown.name());
            } else {
                undecidable.add(unknown.name());
            }
        }
        return undecidable.isEmpty()
                ? new Evaluation.Conditional(decides(said), keys)
                : new Evaluation.Unknown(undecidable);
    }

    /// What allows, and then what denies, in the order of evaluation.
    private List<DecidingStatement> decides(List<Said> said) {
        List<DecidingStatement> by = new ArrayList<>();
        for (boolean denies : new boolean[] {false, true}) {
            for (Said each : reading.said()) {
                if (each.denies() == denies && said.contains(each) && counts(each)) {
                    by.add(each.statement().decides());
                }
            }
        }
        return by;
    }

    private static boolean counts(Said said) {
        return said.denies() || said.layer() == PolicyLayer.RESOURCE || said.layer() == PolicyLayer.IDENTITY;
    }
}
