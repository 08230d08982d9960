#include "ui/trackingcontroller.h"

namespace tokenledger {

namespace {

Result<TrackingPicture> makePicture(const CacheReader& cache, const TrackingQuestion& asked) {
    const auto sources = cache.trackingSources();
    if (!sources) return failure(sources.error());
    TrackingPicture picture{*sources, asked.range, std::nullopt};
    if (sources->isEmpty()) return picture;
    TrackingComparisonRequest request;
    // A source that was removed meanwhile is no error of somebody who looks at the first one then.
    request.source = sources->contains(asked.source) ? asked.source : sources->front();
    request.range = asked.range;
    request.interval = Interval::Total;
    auto comparison = compareTracking(cache, request);
    if (!comparison) return failure(comparison.error());
    picture.comparison = *std::move(comparison);
    return picture;
}

}  // namespace

TrackingController::TrackingController(SessionController& controller, QObject* parent)
    : PictureController(controller, parent) {}

void TrackingController::setSource(const QString& source) {
    if (source == m_source) return;
    m_source = source;
    refresh();
}

TrackingQuestion TrackingController::question() const { return {m_source, controller().range()}; }

QFuture<Result<TrackingPicture>> TrackingController::read(const TrackingQuestion& asked) {
    return controller().session()->ask([asked](const CacheReader& cache) { return makePicture(cache, asked); });
}

}  // namespace tokenledger
