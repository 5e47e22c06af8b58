package dev.curfew.revocation.plan;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.reach.Minting;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.MembershipNotes;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.revocation.choice.Chosen;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Own;
import dev.curfew.revocation.ground.Cascade;
import dev.curfew.revocation.ground.Ground;
import dev.curfew.revocation.ground.Makers;
import dev.curfew.revocation.ground.Reaches;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an officer is told of a plan before approving it: what ends, what does not, who could make a new one. It holds
/// nothing that changes by the clock alone, so that the same estate gives the same preview.
final class Preview {
    private final Mints mints;
    private final PlanLimits limits;

    Preview(Mints mints, PlanLimits limits) {
        this.mints = mints;
        this.limits = limits;
    }

    Map<String, Object> of(Ground ground, List<Chosen> chosen, Extent extent) {
        SnapshotIndex index = ground.index();
        Set<CredentialId> ending = ending(index, chosen);
        Map<String, Object> preview = new LinkedHashMap<>();
        preview.put("extent", extent.name());
        preview.put(
                "credentials",
                chosen.stream().map(one -> one(ground, one, ending)).toList());
        preview.put("unread", unread(index, chosen));
        return preview;
    }

    private Map<String, Object> one(Ground ground, Chosen one, Set<CredentialId> ending) {
        SnapshotIndex index = ground.index();
        Reaches reaches = ground.reaches();
        Credential credential = one.credential();
        List<Credential> residual = residual(index, credential, ending);
        List<Trust> trusts = trusts(index, credential.holder());
        Reach before = reach(index, reaches, one);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("credential", credential.id().text());
        json.put("kind", one.how().kind());
        json.put("name", credential.name());
        json.put(
                "holder", credential.holder() == null ? "" : credential.holder().text());
        json.put("window", one.window() == null ? "" : one.window().id());
        json.put("own", one.own() != Own.NO);
        json.put("actions", one.actions().stream().map(action -> action.code()).toList());
        json.put("reachBefore", counts(before));
        json.put("reachAfter", residual.isEmpty() && trusts.isEmpty() ? nothing(before) : counts(before));
        names(json, "residual", residual.stream().map(Credential::id));
        names(json, "otherWaysIn", trusts.stream().map(Trust::document));
        names(json, "endToo", Cascade.below(index, credential.id()).stream());
        names(
                json,
                "loggedIn",
                ground.loggedIn(credential).stream().map(Credential::id).filter(id -> !ending.contains(id)));
        names(json, "consumers", reaches.consumers(credential).stream());
        lines(json, "becomes", MembershipNotes.lines(credential, MembershipNotes.BECOMES));
        lines(
                json,
                deletes(one) ? "grantedEnds" : "granted",
                MembershipNotes.lines(credential, MembershipNotes.GRANTED));
        json.put("endsMinted", one.how().endsMinted());
        json.put("staysAlive", one.how().staysAlive());
        json.put("staysAliveAtMostSeconds", seconds(one.how().staysAliveAtMost()));
        json.put("refusedWithinSeconds", seconds(one.how().refusedWithin()));
        json.put("endsByItself", expiry(credential.expiry()));
        Makers makers = Makers.of(index, ground.reachesOnceEnded(ending), credential);
        names(json, "makers", makers.who().stream());
        json.put("makersAll", makers.all());
        Minting minting = mints.of(one);
        json.put("mint", minting.answer().name());
        json.put("mintReason", minting.reason());
        return json;
    }

    /// A window's credential that no reading has seen yet reaches what its policy adds; sessions that none lists, what
    /// their holder does.
    private static Reach reach(SnapshotIndex index, Reaches reaches, Chosen one) {
        Window window = one.window();
        if (index.credential(one.credential().id()).isPresent()) {
            return reaches.of(one.credential().id());
        }
        if (window != null) {
            return reaches.adds(window.policy());
        }
        IdentityId holder = one.credential().holder();
        return reaches.of(holder == null ? one.credential().id() : holder);
    }

    private static Set<CredentialId> ending(SnapshotIndex index, List<Chosen> chosen) {
        Set<CredentialId> ending = new LinkedHashSet<>();
        for (Chosen one : chosen) {
            ending.add(one.credential().id());
            ending.addAll(Cascade.below(index, one.credential().id()));
        }
        return ending;
    }

    private static List<Credential> residual(SnapshotIndex index, Credential credential, Set<CredentialId> ending) {
        IdentityId holder = credential.holder();
        return holder == null
                ? List.of()
                : index.credentialsOf(holder).stream()
                        .filter(Credential::active)
                        .filter(other -> !ending.contains(other.id()))
                        .toList();
    }

    private static List<Trust> trusts(SnapshotIndex index, @Nullable IdentityId holder) {
        return index.snapshot().trusts().stream()
                .filter(trust -> trust.target().equals(holder))
                .toList();
    }

    private void names(Map<String, Object> json, String key, Stream<? extends EntityId> ids) {
        List<String> texts = ids.map(EntityId::text).sorted().toList();
        json.put(key, texts.stream().limit(limits.namesShownMax()).toList());
        json.put(key + "Count", texts.size());
    }

    /// Where a source tells of any.
    private void lines(Map<String, Object> json, String key, List<String> lines) {
        if (!lines.isEmpty()) {
            json.put(key, lines.stream().limit(limits.namesShownMax()).toList());
            json.put(key + "Count", lines.size());
        }
    }

    private static boolean deletes(Chosen one) {
        return one.actions().stream().anyMatch(action -> one.how().deletions().contains(action.code()));
    }

    private static Map<String, Object> counts(Reach reach) {
        Told.Counts counts = Told.Counts.of(reach);
        return Map.of(
                "reached", counts.reached(),
                "high", counts.high(),
                "administrator", counts.administrator(),
                "complete", reach.complete());
    }

    private static Map<String, Object> nothing(Reach before) {
        return Map.of("reached", 0L, "high", 0L, "administrator", false, "complete", before.complete());
    }

    private static long seconds(@Nullable Duration duration) {
        return duration == null ? -1 : duration.toSeconds();
    }

    private static String expiry(Expiry expiry) {
        return switch (expiry) {
            case Expiry.At(var instant) -> instant.toString();
            case Expiry.Never() -> "never";
            case Expiry.Unknown(String reason) -> "unknown: " + reason;
        };
    }

    private static List<String> unread(SnapshotIndex index, List<Chosen> chosen) {
        Set<SourceName> sources =
                chosen.stream().map(it -> it.credential().source()).collect(Collectors.toSet());
        return Checked.unread(
                index.snapshot().coverage().stream().filter(coverage -> sources.contains(coverage.source())));
    }
}
