/// What CloudTrail's log files tell of somebody.
///
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html>
@NullMarked
package dev.curfew.connector.aws.trail;

import org.jspecify.annotations.NullMarked;
