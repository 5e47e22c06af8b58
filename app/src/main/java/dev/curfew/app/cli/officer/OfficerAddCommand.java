package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.OfficerPassphrase;
import dev.curfew.app.cli.option.SignerOptions;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.TokenUri;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds an officer, with a key of their own; once the roster is founded an officer signs for it.
@Command(name = "add")
public final class OfficerAddCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerAddCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "officer.name")
    private String name = "";

    @Option(names = "--display-name", paramLabel = "TEXT")
    private @Nullable String displayName;

    @Option(names = "--public-key", paramLabel = "KEY")
    private @Nullable String publicKey;

    @Option(names = "--token", paramLabel = "URI")
    private @Nullable String token;

    @Option(names = "--keychain")
    private boolean keychain;

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "officer.role")
    private List<String> roles = new ArrayList<>();

    @Mixin
    private final OfficerPassphrase passphrase = new OfficerPassphrase();

    @Mixin
    private final SignerOptions signer = new SignerOptions();

    public OfficerAddCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean founded = invocation.desk().rosters().state().isFounded();
        if (founded && !signer.isGiven()) {
            throw new UsageProblem(MESSAGES.text("signer.needed"));
        }
        if (!founded && (signer.isGiven() || !roles.isEmpty())) {
            throw new UsageProblem(MESSAGES.text("signer.unneeded"));
        }
        if (token != null && publicKey != null) {
            throw new UsageProblem(MESSAGES.text("token.here"));
        }
        if (keychain && publicKey != null) {
            throw new UsageProblem(MESSAGES.text("keychain.here"));
        }
        if (keychain) {
            officers().requireKeychain();
        }
        if (founded) {
            ProposalListing.show(invocation, signer.run(invocation.terminal(), this::propose));
        } else {
            Officer officer = publicKey == null ? make() : officers().enrol(name, displayName(), publicKey);
            invocation.printer().list(OfficerListCommand.LISTING, List.of(OfficerListCommand.member(officer)));
        }
        return ExitCode.DONE;
    }

    private Officers officers() {
        return invocation.desk().officers();
    }

    private Officer make() {
        Optional<TokenUri> key = key();
        try (Secret secret = secret(key)) {
            OfficerLogin made = new OfficerLogin(name, secret);
            Officer officer = officers().add(made, displayName(), key);
            keep(made);
            return officer;
        }
    }

    private Proposal propose(OfficerLogin login) {
        if (publicKey != null) {
            return officers().propose(login, name, displayName(), publicKey, roles);
        }
        Optional<TokenUri> key = key();
        try (Secret secret = secret(key)) {
            OfficerLogin made = new OfficerLogin(name, secret);
            Proposal proposal = officers().propose(login, made, displayName(), key, roles);
            keep(made);
            return proposal;
        }
    }

    private void keep(OfficerLogin made) {
        if (keychain) {
            officers().keep(made);
        }
    }

    /// Empty for one that is to be made.
    private Optional<TokenUri> key() {
        return Optional.ofNullable(token)
                .map(text -> TokenUri.read(text).orElseThrow(() -> new UsageProblem(MESSAGES.text("token.uri", text))));
    }

    /// The token's PIN, or the passphrase of a key that is to be made.
    private Secret secret(Optional<TokenUri> key) {
        return key.isPresent()
                ? passphrase.readPin(invocation.terminal(), name)
                : passphrase.readNew(invocation.terminal(), name);
    }

    private String displayName() {
        return displayName == null ? name : displayName;
    }
}
