package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.escalation.catalogue.RuleWay.Request;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.PathRule;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A policy, with the methods of the catalogue that it may have a part in.
///
/// @param bearing places in [OpenBaoWays#METHODS]; never too few
public record HeldPolicy(VaultPolicy policy, BitSet bearing) {
    /// Where all that these stand for is.
    private static final String AUTH = "auth/";

    private static final List<String> LOGINS = List.of("{login}", "{policies}", "{approles}");

    /// What each of [OpenBaoWays#METHODS] asks for first, any of it.
    private static final List<List<Asked>> FIRST = OpenBaoWays.METHODS.stream()
            .map(method -> method.way().all().getFirst().requests().stream()
                    .map(Asked::of)
                    .toList())
            .toList();

    /// @param start of the path
    private record Asked(Set<Capability> capabilities, String start) {
        static Asked of(Request request) {
            Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
            request.verbs().forEach(verb -> Capability.of(verb).ifPresent(capabilities::add));
            return new Asked(capabilities, asked(request.on()));
        }
    }

    static final HeldPolicy ROOT = of(new VaultPolicy("root", true, List.of()));

    static HeldPolicy empty(String name) {
        return of(new VaultPolicy(name, false, List.of()));
    }

    static HeldPolicy of(VaultPolicy policy) {
        BitSet bearing = new BitSet(FIRST.size());
        bearing.set(0, FIRST.size(), policy.root());
        for (PathRule rule : policy.rules()) {
            String path = policy.full(rule.path());
            String granted = start(path.startsWith("/") ? path.substring(1) : path);
            for (int i = 0; i < FIRST.size(); i++) {
                if (!bearing.get(i) && bears(rule, granted, FIRST.get(i))) {
                    bearing.set(i);
                }
            }
        }
        return new HeldPolicy(policy, bearing);
    }

    /// Whether a rule grants something of what a way asks for first.
    private static boolean bears(PathRule rule, String granted, List<Asked> first) {
        for (Asked asked : first) {
            boolean near = granted.startsWith(asked.start()) || asked.start().startsWith(granted);
            if (near && !Collections.disjoint(asked.capabilities(), rule.capabilities())) {
                return true;
            }
        }
        return false;
    }

    private static String asked(String path) {
        return LOGINS.stream().anyMatch(path::startsWith) ? AUTH : start(path);
    }

    /// What comes before the first that stands for something else.
    private static String start(String path) {
        return start(start(start(path, "{"), "+"), "*");
    }

    /// What comes before the first of something.
    private static String start(String path, String end) {
        int at = path.indexOf(end);
        return at < 0 ? path : path.substring(0, at);
    }
}
