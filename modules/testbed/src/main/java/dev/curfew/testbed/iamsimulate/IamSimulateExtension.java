package dev.curfew.testbed.iamsimulate;

import dev.curfew.testbed.SharedServer;

/// Gives tests the [IamSimulate] that all suites share.
final class IamSimulateExtension extends SharedServer<IamSimulate> {

    IamSimulateExtension() {
        super(IamSimulate.class, IamSimulate::start);
    }
}
