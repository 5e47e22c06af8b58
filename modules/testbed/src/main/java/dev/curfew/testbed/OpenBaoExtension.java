package dev.curfew.testbed;

/// Gives tests the [OpenBao] that all suites share.
final class OpenBaoExtension extends SharedServer<OpenBao> {

    OpenBaoExtension() {
        super(OpenBao.class, OpenBao::start);
    }
}
