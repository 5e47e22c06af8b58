package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclItem;
import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.hcl.decode.HclFields;
import java.util.List;
import java.util.Set;

/// Refuses a `control_group` that the server refuses. What it asks for is no right: it is approved elsewhere.
final class ControlGroups {
    private static final String GROUP = "control_group";
    private static final String FACTOR = "factor";
    private static final Set<String> OPERATIONS = Set.of(
            "create",
            "read",
            "update",
            "patch",
            "delete",
            "list",
            "scan",
            "help",
            "alias-lookahead",
            "resolve-role",
            "revoke",
            "renew",
            "rollback",
            "header");

    private ControlGroups() {}

    static void check(HclFields path) throws PolicySyntaxException {
        for (HclItem item : path.all(GROUP)) {
            HclFields group = fields(path, item.value());
            group.allowOnly(Set.of("ttl", "self_auth_allowed", FACTOR));
            group.truth("self_auth_allowed");
            List<HclItem> factors = group.all(FACTOR);
            for (HclItem factor : factors) {
                checkFactor(path, factor);
            }
            var ttl = group.any("ttl");
            if (ttl.isPresent()) {
                Times.duration(ttl.get());
            }
            if (factors.isEmpty()) {
                throw path.problem(GROUP + " needs a factor");
            }
        }
    }

    private static void checkFactor(HclFields path, HclItem item) throws PolicySyntaxException {
        HclFields factor = fields(path, item.value());
        factor.allowOnly(Set.of("controlled_capabilities", "identity"));
        List<String> controlled = factor.texts("controlled_capabilities");
        long approvals = 0;
        boolean groups = false;
        for (HclItem identity : factor.all("identity")) {
            HclFields who = fields(path, identity.value());
            approvals = Math.max(approvals, who.whole("approvals"));
            groups |= !who.texts("group_names").isEmpty();
        }
        if (item.keys().size() < 2) {
            throw path.problem("a factor needs a name");
        }
        if (controlled.isEmpty() || !OPERATIONS.containsAll(controlled)) {
            throw path.problem("a factor controls capabilities that there are");
        }
        if (approvals < 1 || !groups) {
            throw path.problem("a factor needs approvals and groups that approve");
        }
    }

    private static HclFields fields(HclFields path, HclValue value) throws PolicySyntaxException {
        if (value instanceof HclValue.Body body) {
            return new HclFields(body, GROUP);
        }
        throw path.problem(GROUP + " is not a block");
    }
}
