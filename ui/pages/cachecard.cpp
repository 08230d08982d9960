#include "ui/pages/cachecard.h"

#include "charts/format.h"
#include "ui/healthtexts.h"
#include "ui/widgets/pill.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>

namespace tokenledger {

namespace {

QString keyOf(Dataset dataset) { return QStringLiteral("cache_") + datasetName(dataset); }

}  // namespace

CacheCard::CacheCard(const Look& look, QWidget* parent)
    : Card(look, tr("Cache file"), QStringLiteral("cacheFileCard"), parent), m_look(look) {
    auto* body = new QWidget(this);
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(15, 2, 15, 14);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnStretch(1, 1);
    addRow(tr("File"), QStringLiteral("cachePath"));
    addRow(tr("Folder"), QStringLiteral("cacheFolder"));
    addRow(tr("Size"), QStringLiteral("cacheSize"));
    for (const Dataset dataset : AllDatasets) addRow(datasetTitle(dataset), keyOf(dataset));
    addRow(tr("Restatements"), QStringLiteral("cacheRestatements"));
    addRow(tr("Last backup"), QStringLiteral("cacheBackup"));
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    setContent(body);
    m_pill = new Pill(look, {}, TextPart::Tone::Text2, this);
    m_pill->setObjectName(QStringLiteral("verifyResult"));
    setHeaderWidget(m_pill);
    m_pill->hide();
}

void CacheCard::addRow(const QString& name, const QString& key) {
    auto* label = new QLabel(name, this);
    label->setProperty("role", QStringLiteral("muted"));
    auto* value = new TextLine(m_look, TextStyle::Body, this);
    value->setObjectName(key);
    const int row = static_cast<int>(m_rows.size());
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(value, row, 1);
    m_rows[key] = {label, value};
}

void CacheCard::setRow(const QString& key, const TextParts& parts) {
    const Row& row = m_rows.at(key);
    row.value->setParts(parts);
    row.name->setVisible(!parts.isEmpty());
    row.value->setVisible(!parts.isEmpty());
}

void CacheCard::setStatus(const CacheStatus& status, const std::optional<HealthController::BackedUp>& backup) {
    const auto plain = [](const QString& text) { return TextParts{{text, TextPart::Tone::Text1}}; };
    const QFileInfo file(status.path);
    setRow(QStringLiteral("cachePath"), plain(file.fileName()));
    setRow(QStringLiteral("cacheFolder"), plain(QDir::toNativeSeparators(file.absolutePath())));
    setRow(QStringLiteral("cacheSize"), {{sizeText(status.sizeBytes), TextPart::Tone::Text1},
                                         {tr(" · schema version %1").arg(status.schemaVersion)}});
    for (const Dataset dataset : AllDatasets) setRow(keyOf(dataset), {});
    for (const DatasetStatus& one : status.datasets) setRow(keyOf(one.dataset), plain(datasetFacts(one)));
    setRow(QStringLiteral("cacheBackup"),
           backup ? plain(tr("%1, %2").arg(formatTime(backup->at), QFileInfo(backup->path).fileName())) : TextParts());
}

void CacheCard::setRestatements(std::optional<std::int64_t> known) {
    if (!known) return setRow(QStringLiteral("cacheRestatements"), {});
    const std::int64_t count = *known;
    const QString text = count == 0   ? tr("none: no final day has changed")
                         : count == 1 ? tr("1 value of a final day")
                                      : tr("%1 values of final days").arg(formatCount(count));
    setRow(QStringLiteral("cacheRestatements"), {{text, TextPart::Tone::Text1}});
}

void CacheCard::setVerified(const HealthController& health) {
    using Task = HealthController::Task;
    const QString part = health.total() > 0 ? tr(" %1 of %2").arg(health.done() + 1).arg(health.total()) : QString();
    if (health.task() == Task::Verify) {
        m_pill->setText(tr("checking") + part, TextPart::Tone::Text2);
    } else if (health.task() == Task::BackUp) {
        m_pill->setText(health.total() > 0 ? tr("backing up, %1").arg(formatPercent(health.done(), health.total(), 0))
                                           : tr("backing up"),
                        TextPart::Tone::Text2);
    } else if (const auto& verified = health.verified()) {
        const auto problems = static_cast<int>(verified->findings.size());
        const QString at = formatTime(verified->at).left(5);
        if (problems == 0) {
            m_pill->setText(tr("verified %1, no problems").arg(at), TextPart::Tone::Favourable);
        } else {
            m_pill->setText(problems == 1 ? tr("verified %1, 1 problem").arg(at)
                                          : tr("verified %1, %2 problems").arg(at).arg(problems),
                            TextPart::Tone::Unfavourable);
        }
    }
    m_pill->setVisible(health.task() == Task::Verify || health.task() == Task::BackUp || health.verified());
}

}  // namespace tokenledger
