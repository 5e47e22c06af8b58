package dev.curfew.analysis.owner;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A snapshot whose owners are joined with its lists of people. The evidence of each says how; an owner who has left
/// is gone.
///
/// @param until when somebody leaves next, so that the join holds no longer; null: nobody is known to
public record OwnersJoined(Snapshot snapshot, @Nullable Instant until) {
    private static final Messages MESSAGES = Messages.of(OwnersJoined.class);

    /// @param snapshot as it was recorded
    public static OwnersJoined of(Snapshot snapshot, Instant now) {
        Set<String> owners = snapshot.identities().stream()
                .map(OwnerNames::owner)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        Directory directory = Directory.of(snapshot, owners, now);
        if (directory.isEmpty()) {
            return new OwnersJoined(snapshot, null);
        }
        Map<String, Judged> judged = new HashMap<>();
        owners.forEach(owner -> judged.put(owner, directory.judge(owner, now)));
        List<Identity> identities = snapshot.identities().stream()
                .map(identity -> joined(identity, judged))
                .toList();
        return new OwnersJoined(with(snapshot, identities), directory.nextLeaving());
    }

    private static Identity joined(Identity identity, Map<String, Judged> judged) {
        return switch (identity.ownership()) {
            case Ownership.Owned(String owner, String evidence) -> {
                Judged each = judged.get(owner);
                yield each == null ? identity : with(identity, ownership(each, evidence));
            }
            // what the source itself knows better than a list does
            case Ownership.OwnerGone _, Ownership.Unowned() -> identity;
        };
    }

    private static Ownership ownership(Judged judged, String evidence) {
        String how = judged.how() == null ? "" : MESSAGES.text("how." + judged.how());
        return switch (judged.verdict()) {
            case GONE ->
                new Ownership.OwnerGone(
                        judged.owner(),
                        judged.day().isEmpty()
                                ? MESSAGES.text("gone", evidence, judged.list(), how)
                                : MESSAGES.text("gone.day", evidence, judged.list(), how, judged.day()));
            case HERE -> new Ownership.Owned(judged.owner(), MESSAGES.text("here", evidence, judged.list(), how));
            case AMBIGUOUS ->
                new Ownership.Owned(
                        judged.owner(),
                        MESSAGES.text(
                                "ambiguous",
                                evidence,
                                judged.list(),
                                how,
                                judged.people().size()));
            case UNLISTED -> new Ownership.Owned(judged.owner(), MESSAGES.text("unlisted", evidence, judged.list()));
            case UNKNOWN -> new Ownership.Owned(judged.owner(), evidence);
        };
    }

    private static Identity with(Identity identity, Ownership ownership) {
        return new Identity(
                identity.id(),
                identity.kind(),
                identity.name(),
                ownership,
                identity.createdAt(),
                identity.usage(),
                identity.tags(),
                identity.provenance());
    }

    private static Snapshot with(Snapshot snapshot, List<Identity> identities) {
        return new Snapshot(
                snapshot.number(),
                snapshot.takenAt(),
                identities,
                snapshot.credentials(),
                snapshot.policies(),
                snapshot.grants(),
                snapshot.memberships(),
                snapshot.resources(),
                snapshot.trusts(),
                snapshot.coverage());
    }
}
