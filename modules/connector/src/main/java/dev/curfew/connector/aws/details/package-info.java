/// An account's authorization details as IAM tells them, whether printed to a file as JSON or answered live as XML:
/// one mapping into one set of records.
///
/// Source: IAM API Reference, GetAccountAuthorizationDetails.
@NullMarked
package dev.curfew.connector.aws.details;

import org.jspecify.annotations.NullMarked;
