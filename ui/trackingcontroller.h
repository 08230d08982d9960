// Behind the card of internal tracking: one source beside Anthropic's figures, over the filter bar's period. Also what
// the import dialog asks the cache. GUI thread.
#pragma once

#include "app/reports/trackingcomparison.h"
#include "ui/picturecontroller.h"

namespace tokenledger {

struct TrackingQuestion {
    QString source;  // empty: the first one
    DateRange range;
    friend bool operator==(const TrackingQuestion&, const TrackingQuestion&) = default;
};

struct TrackingPicture {
    QStringList sources;
    DateRange range;
    std::optional<TrackingComparison> comparison;  // nothing: no source has any day
};

class TrackingController : public PictureController<TrackingQuestion, TrackingPicture> {
    Q_OBJECT
public:
    /// The controller outlives it.
    explicit TrackingController(SessionController& controller, QObject* parent = nullptr);
    void setSource(const QString& source);

protected:
    [[nodiscard]] TrackingQuestion question() const override;
    [[nodiscard]] QFuture<Result<TrackingPicture>> read(const TrackingQuestion& asked) override;

private:
    QString m_source;
};

}  // namespace tokenledger
