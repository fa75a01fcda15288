package org.axionwatch.streams.alert;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.streams.step.Settlement;
import org.axionwatch.streams.step.StepInput;
import org.axionwatch.streams.step.StepProcessor;
import org.jspecify.annotations.Nullable;

/** Sends the notices about one candidate a pulsar or source; the last notice is its state. */
final class AlertProcessor<I extends SpecificRecord> extends StepProcessor<I, String, CandidateAlert> {

    private static final Settlement NO_NOTICE_DUE = Settlement.skipped("no-notice-due");
    private static final Settlement NO_EVENTS = Settlement.skipped("no-events");

    private final AlertSettings settings;
    private final AlertDecision decision;
    private final Subject<I> subject;
    private @Nullable KeyValueStore<String, CandidateAlert> notices;

    /**
     * How the records of one topic are read.
     *
     * @param store name of the store of last notices
     * @param minimumObservations fewest observations behind a candidate [1]
     * @param finding what a record says, null where it holds nothing to say
     */
    record Subject<I>(String store, long minimumObservations, Function<I, @Nullable Finding> finding) {}

    AlertProcessor(StepInput<I> input, AlertSettings settings, Subject<I> subject) {
        super(input);
        this.settings = settings;
        this.decision = new AlertDecision(settings.policy());
        this.subject = subject;
    }

    @Override
    public void init(ProcessorContext<String, CandidateAlert> context) {
        super.init(context);
        notices = context.getStateStore(subject.store());
    }

    @Override
    protected Settlement handle(Record<String, I> record) {
        Finding finding = subject.finding().apply(record.value());
        if (finding == null) {
            return NO_EVENTS;
        }
        CandidateAlert last = requireInitialised(notices).get(finding.alertId());
        int revision = last == null ? 1 : last.getRevision() + 1;
        return decision.due(finding, last, subject.minimumObservations())
                .map(type -> finding.notice(type, revision, settings.tense()))
                .map(notice -> sent(notice, record.timestamp()))
                .orElse(NO_NOTICE_DUE);
    }

    private Settlement sent(CandidateAlert notice, long timestamp) {
        requireInitialised(notices).put(notice.getAlertId(), notice);
        context().forward(new Record<>(notice.getAlertId(), notice, timestamp));
        return Settlement.OUT;
    }
}
