package dev.curfew.connector.openbao;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.observe.OpenBaoObserver;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SelfCheck;
import java.time.Clock;
import java.util.Optional;

/// OpenBao, and Vault as far as their APIs agree. A credential file holds one token. `read-policy.hcl` and
/// `act-policy.hcl`, beside this class, are all that the two tokens need.
///
/// Settings: `namespace`, and those of `Endpoint`.
public final class OpenBaoConnector implements Connector {
    private final Http http;
    private final Clock clock;

    public OpenBaoConnector(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "openbao";
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new OpenBaoObserver(access(connection, secrets), clock);
    }

    @Override
    public Optional<Issuer> issuer(Connection connection, Secrets secrets) {
        return connection.canAct() ? Optional.of(new OpenBaoIssuer(access(connection, secrets))) : Optional.empty();
    }

    @Override
    public Optional<Revoker> revoker(Connection connection, Secrets secrets) {
        return connection.canAct()
                ? Optional.of(new OpenBaoRevoker(access(connection, secrets), clock))
                : Optional.empty();
    }

    @Override
    public Optional<Probe> probe(Connection connection, Secrets secrets) {
        return Optional.of(new OpenBaoProbe(access(connection, secrets), clock));
    }

    @Override
    public Optional<SelfCheck> selfCheck(Connection connection) {
        return Optional.of(new OpenBaoSelfCheck(BaoAccess.toTry(http, connection)));
    }

    private BaoAccess access(Connection connection, Secrets secrets) {
        return new BaoAccess(http, connection, secrets);
    }
}
