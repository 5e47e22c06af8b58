package dev.curfew.app.cli.policy;

import picocli.CommandLine.Command;

/// The policies that decide requests.
@Command(name = "policy")
public final class PolicyCommand {}
