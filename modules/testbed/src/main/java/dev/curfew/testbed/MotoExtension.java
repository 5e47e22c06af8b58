package dev.curfew.testbed;

/// Gives tests the [Moto] that all suites share.
final class MotoExtension extends SharedServer<Moto> {

    MotoExtension() {
        super(Moto.class, Moto::start);
    }
}
