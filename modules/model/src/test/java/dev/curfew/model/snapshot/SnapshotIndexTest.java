package dev.curfew.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotIndexTest {
    private static final String ARN = "arn:aws:iam::1:role/ci";
    private static final Provenance FROM = new Provenance("all", "test", "{}");

    private final SnapshotIndex index = new SnapshotIndex(new SnapshotBuilder()
            .addAll(List.of(
                    identity("prod", ARN),
                    identity("dev", ARN),
                    identity("prod", "arn:aws:iam::1:role/only"),
                    credential("parent", null),
                    credential("child", "parent")))
            .build(1, Instant.EPOCH));

    @Test
    void aQualifiedIdNamesOneThing() {
        assertThat(index.resolve("prod:" + ARN)).containsExactly(IdentityId.of("prod", ARN));
    }

    @Test
    void aBareIdNamesOneThingWhereOnlyOneSourceHasIt() {
        assertThat(index.resolve("arn:aws:iam::1:role/only"))
                .containsExactly(IdentityId.of("prod", "arn:aws:iam::1:role/only"));
        assertThat(index.resolve("child")).containsExactly(CredentialId.of("bao", "child"));
    }

    @Test
    void aWholeIdNamesItsOwnThingThoughAnImportedGraphCallsAnotherSo() {
        Identity imported = identity("graph", "prod:" + ARN);
        SnapshotIndex both = new SnapshotIndex(new SnapshotBuilder()
                .addAll(List.of(identity("prod", ARN), imported))
                .build(1, Instant.EPOCH));

        assertThat(both.resolve("prod:" + ARN)).containsExactly(IdentityId.of("prod", ARN));
        assertThat(both.resolve("graph:prod:" + ARN)).containsExactly(imported.id());
    }

    @Test
    void aBareIdOfTwoSourcesIsAmbiguousAndAnUnknownOneNothing() {
        assertThat(index.resolve(ARN)).containsExactly(IdentityId.of("dev", ARN), IdentityId.of("prod", ARN));
        assertThat(index.resolve("arn:aws:iam::1:role/none")).isEmpty();
        assertThat(index.resolve("")).isEmpty();
        assertThat(index.resolve(":x")).isEmpty();
    }

    @Test
    void childrenAreFoundByTheirParent() {
        assertThat(index.childrenOf(CredentialId.of("bao", "parent")))
                .extracting(Credential::id)
                .containsExactly(CredentialId.of("bao", "child"));
    }

    @Test
    void whatIsWorkedOutIsHandedOnWhereItsPartsAreTheSame() {
        Derived<List<Identity>> people =
                Derived.of(it -> List.copyOf(it.snapshot().identities()), Part.IDENTITIES);
        Derived<Instant> time = Derived.of(it -> it.snapshot().takenAt(), Part.TIME, Part.IDENTITIES);
        List<Identity> made = index.get(people);
        index.get(time);
        Snapshot now = index.snapshot();
        SnapshotIndex later = index.next(new Snapshot(
                2,
                Instant.EPOCH.plusSeconds(1),
                now.identities(),
                List.of(credential("other", null)),
                now.policies(),
                now.grants(),
                now.memberships(),
                now.resources(),
                now.trusts(),
                now.coverage()));

        assertThat(index.get(people)).isSameAs(made);
        assertThat(later.get(people)).isSameAs(made);
        assertThat(later.get(time)).isEqualTo(Instant.EPOCH.plusSeconds(1));
        assertThat(later.credential(CredentialId.of("bao", "child"))).isEmpty();
        assertThat(later.resolve("other")).containsExactly(CredentialId.of("bao", "other"));
        assertThat(later.childrenOf(CredentialId.of("bao", "parent"))).isEmpty();
    }

    private static Identity identity(String source, String nativeId) {
        return new Identity(
                IdentityId.of(source, nativeId),
                "aws.role",
                nativeId,
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved("test"),
                Map.of(),
                FROM);
    }

    private static Credential credential(String accessor, @Nullable String parent) {
        return new Credential(
                CredentialId.of("bao", accessor),
                "openbao.token",
                accessor,
                null,
                parent == null ? null : CredentialId.of("bao", parent),
                null,
                new Expiry.Never(),
                new Usage.NotObserved("test"),
                true,
                Map.of(),
                FROM);
    }
}
