package org.axionwatch.streams.step;

import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a counted processor reads.
 *
 * @param step name of the step, as in its ledger
 * @param unit what one of its records is called
 * @param decoders gives each processor its own decoder
 */
public record StepInput<I extends SpecificRecord>(String step, String unit, Supplier<RecordDecoder<I>> decoders) {}
