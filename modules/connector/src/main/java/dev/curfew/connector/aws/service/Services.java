package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.model.observation.Coverage;
import java.util.ArrayList;
import java.util.List;

/// Reads the services that hold what access is about, and those that act: in each of the connection's regions.
public final class Services implements Part {
    private final Account account;

    public Services(Account account) {
        this.account = account;
    }

    @Override
    public List<Coverage> read(Asking asking, FactSet facts) throws InterruptedException {
        List<Coverage> coverage = new ArrayList<>(new ServiceReading(account, new S3(), "", asking, facts).read());
        List<Service> regional = regional();
        for (String region : account.regions()) {
            for (Service service : regional) {
                coverage.addAll(new ServiceReading(account, service, "/" + region, asking.in(region), facts).read());
            }
        }
        return coverage;
    }

    /// Anew for each reading: EC2's keeps what it was told of the whole account.
    private static List<Service> regional() {
        return List.of(new SecretsManager(), new Kms(), new Lambda(), new Sqs(), new Sns(), new Ec2(), new Ecs());
    }
}
