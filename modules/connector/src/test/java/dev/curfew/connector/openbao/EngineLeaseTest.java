package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Issuer.Lease;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineLeaseTest {
    @Test
    void whatIsNoTextIsHandedOutAsItIs() throws JsonProcessingException {
        BaoAnswer answer = new BaoAnswer.Done(new ObjectMapper().readTree("""
                        {"lease_id":"pki/issue/web/x","lease_duration":3600,"data":{"serial":"4f:aa",
                        "ca_chain":["one","two"],"names":{"dns":["door"]},"expiration":1764547200,"issuer":null}}"""), List.of());

        try (Lease lease = EngineLease.of(new SourceName("bao"), "pki/issue/web", answer)) {
            assertThat(lease.value().reveal()).isEqualTo("""
                            {"ca_chain":["one","two"],"expiration":1764547200,"names":{"dns":["door"]},"serial":"4f:aa"}""");
            assertThat(lease.variables()).isEmpty();
        }
    }
}
