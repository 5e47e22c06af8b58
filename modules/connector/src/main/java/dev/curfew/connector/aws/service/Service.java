package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import java.util.List;

/// One service's things, in one region.
interface Service {
    /// As coverage calls it, for example `kms-keys`.
    String scope();

    /// As the kinds of its things end, for example `kms`.
    String kind();

    List<Thing> list(Asking asking) throws Unanswered, InterruptedException;

    /// Whose things have policies of their own.
    interface Guarded extends Service {
        /// As coverage calls what each thing is asked about by itself, for example `kms-key-policies`.
        String guardScope();

        Look look(Asking asking, Thing thing) throws Unanswered, InterruptedException;
    }
}
