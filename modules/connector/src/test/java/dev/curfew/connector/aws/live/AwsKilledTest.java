package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.killed.KilledOnTheWay;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A moto of its own, for it is killed. It keeps nothing: the account is made again, with the same ids.
@WithMoto
class AwsKilledTest {

    @Test
    void aServerThatIsKilledOnTheWayAndComesBackLosesAndInventsNothing() throws InterruptedException {
        try (Moto own = Moto.start()) {
            Moto.AccessKey key = made(own);
            try (ConnectedAccount connected = new ConnectedAccount(own.endpoint(), HttpSettings.DEFAULTS)) {
                connected.reading(key.id() + " " + key.secret().reveal());
                new KilledOnTheWay(connected.observer(), own::kill, () -> again(own), Set.of())
                        .losesAndInventsNothing("credentials", false);
            }
        }
    }

    private static void again(Moto own) {
        own.startAgain();
        made(own);
    }

    private static Moto.AccessKey made(Moto own) {
        own.foresee();
        new SeededAccount(own).seed();
        return own.administrator("curfew");
    }
}
