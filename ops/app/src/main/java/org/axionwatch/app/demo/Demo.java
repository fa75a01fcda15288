package org.axionwatch.app.demo;

import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.health.StatusServer;
import org.axionwatch.app.progress.Progress;
import org.axionwatch.app.session.ScratchFolder;
import org.axionwatch.app.session.SessionPlan;
import org.axionwatch.app.session.SessionStatus;
import org.axionwatch.app.session.StreamSession;
import org.axionwatch.topics.replay.PublishOrder;

/** The demo: the built-in campaign through the real stream, on topics and an application of its own. */
public final class Demo {
    /** What is wrong with the campaign by design, so that the accounts show it. */
    public static final String PLANTED =
            "one frame and one event batch sent twice, one frame of five TOAs and one undecodable record";

    private static final long WATCH_NANOS = 200_000_000;

    private final AxionSettings settings;
    private final DemoRequest request;

    public Demo(AxionSettings settings, DemoRequest request) {
        this.settings = settings;
        this.request = request;
    }

    /** What the caller shows; called on the thread that runs the demo. */
    public interface View {
        /** The status page is up. */
        void serving(String url);

        /** The campaign has been processed. */
        void finished(DemoResult result);
    }

    /**
     * Runs the campaign; without {@code once} returns only when the processors end, on a signal or by themselves.
     *
     * @return what the campaign brought
     */
    public DemoResult run(View view) {
        ObservingCampaign campaign = generate();
        String id = "demo-" + UUID.randomUUID();
        try (ScratchFolder folder = ScratchFolder.create(settings.get(SettingDefinitions.DATA_FOLDER), id);
                StreamSession session = StreamSession.open(SessionPlan.replay(settings, id, folder.path()));
                StopSignal stop = StopSignal.watch(session, folder, request)) {
            return request.once() ? stream(session, campaign, view) : keepRunning(session, campaign, stop, view);
        }
    }

    private ObservingCampaign generate() {
        CampaignOptions options = request.signals() ? CampaignOptions.withSignals() : CampaignOptions.withoutSignals();
        try (Progress progress = Progress.of("observing the campaign", "sources", ObservingCampaign.SOURCES)) {
            return ObservingCampaign.generate(request.seed(), options, progress::reached);
        }
    }

    private DemoResult stream(StreamSession session, ObservingCampaign campaign, View view) {
        DemoResult result = new CampaignRun(session).stream(request, campaign, PublishOrder.asFastAsPossible());
        view.finished(result);
        return result;
    }

    private DemoResult keepRunning(StreamSession session, ObservingCampaign campaign, StopSignal stop, View view) {
        try (SessionStatus status = session.status();
                StatusServer server = StatusServer.start(settings.get(SettingDefinitions.STATUS_PORT), status)) {
            view.serving(server.url());
            DemoResult result = stream(session, campaign, view);
            while (status.isAlive()) {
                LockSupport.parkNanos(WATCH_NANOS);
            }
            if (!stop.isRequested()) {
                session.awaitEnd();
            }
            return result;
        }
    }
}
