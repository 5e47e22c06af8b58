package dev.curfew.analysis.reach.openbao;

import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.PathPattern;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What a holder can make itself into: other identities by minting their credentials, more by changing what it is
/// granted.
///
/// <https://openbao.org/api-docs/auth/token/>, <https://openbao.org/api-docs/auth/approle/>,
/// <https://openbao.org/api-docs/system/policies/>, <https://openbao.org/api-docs/secret/identity/entity/>
final class HolderMinting {

    private static final PathPattern AUTH = new PathPattern("auth/*", PathPattern.Kind.PREFIX);

    /// Makes a route through the policy that decides.
    interface Routing {
        Route route(EntityId target, HopKind kind, String actions, Evaluation decision);
    }

    private final OpenBaoEstate estate;
    private final EntityId holder;
    private final List<VaultPolicy> policies;
    private final VaultAcl acl;
    private final Routing routing;

    HolderMinting(OpenBaoEstate estate, EntityId holder, List<VaultPolicy> policies, VaultAcl acl, Routing routing) {
        this.estate = estate;
        this.holder = holder;
        this.policies = policies;
        this.acl = acl;
        this.routing = routing;
    }

    void find(Predicate<EntityId> settled, Consumer<Route> found) {
        escalate(found);
        // most holders have no rule on auth methods at all
        if (acl.rules().stream().noneMatch(rule -> rule.pattern().common(AUTH).isPresent())) {
            return;
        }
        for (Identity identity : estate.identities()) {
            if (!settled.test(identity.id()) && !identity.id().equals(holder)) {
                mint(identity, found);
            }
        }
    }

    private void mint(Identity identity, Consumer<Route> found) {
        String[] parts = identity.id().nativeId().split("/", -1);
        String path = switch (identity.kind()) {
            case "openbao.token-role" -> parts.length < 2 ? "" : "auth/token/create/" + parts[1];
            case "openbao.approle" -> parts.length < 3 ? "" : approle(parts) + "/secret-id";
            default -> "";
        };
        if (!path.isEmpty()) {
            accept(identity.id(), HopKind.MINTS, path, write(path), found);
        }
    }

    /// The mount's own name may hold slashes; the role's name is the last part.
    private static String approle(String[] parts) {
        String mount = String.join("/", List.of(parts).subList(1, parts.length - 1));
        return "auth/" + mount + "/role/" + parts[parts.length - 1];
    }

    private void escalate(Consumer<Route> found) {
        EntityId server = Whole.openBao(estate.source());
        // with sudo a new token may have any policy, whatever the parent's
        for (String path : List.of("auth/token/create", "auth/token/create-orphan")) {
            Evaluation anyPolicy = Decisions.all(List.of(write(path), acl.reachable(path, Capability.SUDO)));
            accept(server, HopKind.ESCALATES, path, anyPolicy, found);
        }
        for (String path : ownAccess()) {
            accept(server, HopKind.ESCALATES, path, write(path), found);
        }
    }

    /// The paths at which what the holder is granted is written.
    private List<String> ownAccess() {
        List<String> paths = new ArrayList<>();
        for (VaultPolicy policy : policies) {
            paths.add("sys/policies/acl/" + policy.name());
            paths.add("sys/policy/" + policy.name());
        }
        String nativeId = holder.nativeId();
        if (nativeId.startsWith("entity/")) {
            paths.add("identity/entity/id/" + nativeId.substring("entity/".length()));
        }
        if (nativeId.startsWith("approle/")) {
            paths.add(approle(nativeId.split("/", -1)));
        }
        return paths;
    }

    private Evaluation write(String path) {
        return Decisions.best(List.of(acl.reachable(path, Capability.UPDATE), acl.reachable(path, Capability.CREATE)));
    }

    private void accept(EntityId target, HopKind kind, String actions, Evaluation decision, Consumer<Route> found) {
        if (!Decisions.isDenied(decision)) {
            found.accept(routing.route(target, kind, actions, decision));
        }
    }
}
