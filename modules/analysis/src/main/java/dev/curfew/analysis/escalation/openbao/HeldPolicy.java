package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.catalogue.RuleWay.Request;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.PathRule;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import java.util.BitSet;
import java.util.List;

/// A policy, with the methods of the catalogue that it may have a part in.
///
/// @param bearing places in [OpenBaoWays#METHODS]; never too few
public record HeldPolicy(VaultPolicy policy, BitSet bearing) {
    /// Where all that these stand for is.
    private static final String AUTH = "auth/";

    private static final List<String> LOGINS = List.of("{login}", "{policies}", "{approles}");

    static final HeldPolicy ROOT = of(new VaultPolicy("root", true, List.of()));

    static HeldPolicy empty(String name) {
        return of(new VaultPolicy(name, false, List.of()));
    }

    static HeldPolicy of(VaultPolicy policy) {
        BitSet bearing = new BitSet();
        for (int i = 0; i < OpenBaoWays.METHODS.size(); i++) {
            bearing.set(
                    i, policy.root() || bears(policy, OpenBaoWays.METHODS.get(i).way()));
        }
        return new HeldPolicy(policy, bearing);
    }

    /// Whether a rule grants something of what the way asks for first.
    private static boolean bears(VaultPolicy policy, RuleWay way) {
        return way.all().getFirst().requests().stream()
                .anyMatch(request -> policy.rules().stream().anyMatch(rule -> bears(policy, rule, request)));
    }

    private static boolean bears(VaultPolicy policy, PathRule rule, Request request) {
        if (rule.capabilities().stream().map(Capability::text).noneMatch(request.verbs()::contains)) {
            return false;
        }
        String path = policy.full(rule.path());
        String granted = start(path.startsWith("/") ? path.substring(1) : path);
        String asked = asked(request.on());
        return granted.startsWith(asked) || asked.startsWith(granted);
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
