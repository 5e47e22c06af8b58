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
