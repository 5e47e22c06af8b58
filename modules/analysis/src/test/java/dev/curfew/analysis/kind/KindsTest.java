package dev.curfew.analysis.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {
    private static final Kinds KINDS = Kinds.packaged();

    @ParameterizedTest
    @CsvSource({
        "aws.role, AWS role",
        "aws.s3, S3 bucket",
        "aws.glue, AWS glue",
        "kubernetes.service-account, Kubernetes service account",
        "kubernetes.gadget, kubernetes.gadget",
        "acme.robot, acme.robot",
        "robot, robot",
    })
    void aKindHasAName(String kind, String name) {
        assertThat(KINDS.called(kind)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "aws.role, AWS roles",
        "aws.policy, AWS policies",
        "aws.glue, AWS glues",
        "openbao.entity, OpenBao entities",
        "acme.robot, acme.robots",
    })
    void soHaveSeveralOfIt(String kind, String name) {
        assertThat(KINDS.severalCalled(kind)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "server, bao, openbao.server, HIGH",
        "cluster, bao, kubernetes.cluster, HIGH",
        "whole, bao, curfew.whole, HIGH",
        "arn:aws:iam::123456789012:root, arn:aws:iam::123456789012:root, aws.account, UNKNOWN",
        "arn:aws-cn:iam::123456789012:root, arn:aws-cn:iam::123456789012:root, aws.account, UNKNOWN",
    })
    void theWholeOfASourceIsKnownByItsId(String nativeId, String name, String kind, Sensitivity sensitivity) {
        ResourceId id = new ResourceId(new SourceName("bao"), nativeId);

        assertThat(KINDS.isWhole(id)).isTrue();
        assertThat(KINDS.unlisted(id)).contains(new Unlisted(name, kind, sensitivity));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"servers", "arn:aws:s3:::root", "arn:aws:iam::123456789012:rooted", "path/server", "arn:aw:root"
            })
    void aPartIsNotTheWhole(String nativeId) {
        assertThat(KINDS.isWhole(new ResourceId(new SourceName("bao"), nativeId)))
                .isFalse();
    }

    @Test
    void aThingThatNoReadingListsIsKnownByItsIdOrNotAtAll() {
        SourceName source = new SourceName("bao");

        assertThat(KINDS.unlisted(new ResourceId(source, "path/secret/data/x")))
                .contains(new Unlisted("secret/data/x", "openbao.path", Sensitivity.UNKNOWN));
        assertThat(KINDS.unlisted(new ResourceId(source, "arn:aws:s3:::bucket")))
                .isEmpty();
    }

    @Test
    void flagsAreThoseOfTheRow() {
        assertThat(KINDS.all()).filteredOn(KINDS::isCollective).contains("aws.group", "openbao.token-role");
        assertThat(KINDS.all()).filteredOn(KINDS::isBoundable).containsExactly("aws.role", "aws.user");
        assertThat(KINDS.isCollective("acme.robot")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'provider':'acme','kinds':[{'kind':'other.x','name':'X'}]}",
                "{'provider':'acme','kinds':[{'kind':'acme.x'}]}",
                "{'provider':'acme','kinds':[{'kind':'acme.x','name':'X'},{'kind':'acme.x','name':'Y'}]}",
                "{'kinds':[]}",
            })
    void aFaultyFileIsRefused(String provider) throws JsonProcessingException {
        var document = new ObjectMapper()
                .readTree("{'providers':[%s]}".formatted(provider).replace('\'', '"'));

        assertThatIllegalArgumentException().isThrownBy(() -> KindsFile.read(document));
    }
}
