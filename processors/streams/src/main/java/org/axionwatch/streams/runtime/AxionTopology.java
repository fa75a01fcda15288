package org.axionwatch.streams.runtime;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.axionwatch.streams.alert.AlertTopology;
import org.axionwatch.streams.evidence.EvidenceTopology;
import org.axionwatch.streams.likelihood.LikelihoodTopology;
import org.axionwatch.streams.limit.LimitTopology;
import org.axionwatch.streams.residual.ResidualTopology;
import org.axionwatch.streams.score.ScoreTopology;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.timing.TimingTopology;
import org.axionwatch.streams.toa.ToaTopology;

/** The steps in one topology; they talk through the topics of the catalogue only. */
public final class AxionTopology {

    private AxionTopology() {}

    /**
     * @param topics names and serdes of the topics
     * @param settings settings of the steps
     */
    public static Topology build(StepTopics topics, StepSettings settings) {
        StreamsBuilder builder = new StreamsBuilder();
        new ToaTopology(topics).addTo(builder);
        new ResidualTopology(topics, settings.residual()).addTo(builder);
        new TimingTopology(topics).addTo(builder);
        new ScoreTopology(topics, settings.score()).addTo(builder);
        new EvidenceTopology(topics, settings.evidence()).addTo(builder);
        new LikelihoodTopology(topics, settings.likelihood()).addTo(builder);
        new LimitTopology(topics, settings.limit()).addTo(builder);
        new AlertTopology(topics, settings.alert()).addTo(builder);
        return builder.build();
    }
}
