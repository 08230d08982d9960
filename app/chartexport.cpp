#include "app/chartexport.h"

#include "app/core/async.h"
#include "app/export/filewriter.h"
#include "charts/cacheefficiencychart.h"
#include "charts/costtrendchart.h"
#include "charts/modeldonut.h"
#include "ui/pages/overviewcharts.h"

#include <QBuffer>
#include <QDir>

namespace tokenledger {

namespace {

constexpr int ShownDays = 30;
constexpr int FetchedDays = 2 * ShownDays;  // with the period that it is compared with
constexpr QSize WideChart(1120, 420);
constexpr QSize Donut(640, 420);
constexpr qreal PixelRatio = 2;

Result<QString> savePicture(const QImage& picture, const QString& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG")) {
        return failure(ErrorKind::Internal, QStringLiteral("The picture %1 could not be drawn.").arg(path));
    }
    const auto written = writeFileAtomically(path, bytes);
    if (!written) return failure(written.error());
    return path;
}

Result<QStringList> savePictures(const Overview& overview, const QString& folder) {
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::Usage, QStringLiteral("The folder %1 cannot be made. Choose another.").arg(folder));
    }
    ModelColours colours;
    colours.assign(modelIds(overview));
    CostTrendChart trend;
    trend.setData(costTrendData(overview, colours));
    ModelDonut donut;
    donut.setData(modelDonutData(overview, colours));
    CacheEfficiencyChart cache;
    cache.setData(cacheEfficiencyData(overview));

    QStringList files;
    const auto save = [&](const ChartWidget& chart, QSize size, const QString& name) -> Result<void> {
        const auto saved = savePicture(chart.renderToImage(size, PixelRatio), QDir(folder).absoluteFilePath(name));
        if (!saved) return failure(saved.error());
        files << *saved;
        return {};
    };
    if (const auto done = save(trend, WideChart, QStringLiteral("cost-trend.png")); !done) return failure(done.error());
    if (const auto done = save(donut, Donut, QStringLiteral("model-distribution.png")); !done)
        return failure(done.error());
    if (const auto done = save(cache, WideChart, QStringLiteral("cache-efficiency.png")); !done)
        return failure(done.error());
    return files;
}

}  // namespace

ChartExport::ChartExport(std::unique_ptr<Session> session, QString folder, QObject* parent)
    : QObject(parent), m_session(std::move(session)), m_folder(std::move(folder)) {}

void ChartExport::start() {
    connect(m_session.get(), &Session::opened, this, &ChartExport::syncIfEmpty);
    connect(m_session.get(), &Session::openFailed, this, &ChartExport::fail);
    m_session->open();
}

void ChartExport::syncIfEmpty() {
    whenDone(m_session->extent(), this, [this](const Result<std::optional<DateRange>>& extent) {
        if (!extent) {
            fail(extent.error());
            return;
        }
        if (*extent || !m_session->canSync()) {
            draw();
            return;
        }
        connect(m_session.get(), &Session::syncFinished, this, [this](const SyncSummary& summary) {
            m_synced = summary;
            // Charts of a part are drawn, and their maker says that they are; of nothing there are none.
            if (!summary.savedAnything && summary.stoppedBy) return fail(*summary.stoppedBy);
            if (!summary.savedAnything && !summary.failed.empty()) {
                return fail({summary.failed.front().kind, summary.failed.front().error, {}});
            }
            draw();
        });
        const UtcDay today = UtcDay::fromDateTime(m_session->clock().now());
        SyncScope scope;
        scope.days = {today - (FetchedDays - 1), today};
        m_session->startSync(scope);
    });
}

void ChartExport::draw() {
    const UtcDay today = UtcDay::fromDateTime(m_session->clock().now());
    OverviewRequest request;
    request.range = {today - (ShownDays - 1), today};
    whenDone(m_session->overview(request), this, [this](const Result<Overview>& overview) {
        if (!overview) {
            fail(overview.error());
            return;
        }
        emit finished(savePictures(*overview, m_folder));
    });
}

}  // namespace tokenledger
