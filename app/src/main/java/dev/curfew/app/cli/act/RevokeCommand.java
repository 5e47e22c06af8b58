package dev.curfew.app.cli.act;

import picocli.CommandLine.Command;

/// Ends credentials, with proof.
@Command(name = "revoke")
public final class RevokeCommand {}
