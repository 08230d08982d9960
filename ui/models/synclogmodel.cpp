#include "ui/models/synclogmodel.h"

#include "charts/format.h"
#include "ui/models/displaytablemodel.h"
#include "ui/models/requesttexts.h"

#include <array>

namespace tokenledger {

namespace {

constexpr int Columns = 8;

bool isNumber(LogColumn column) {
    return column == LogColumn::Rows || column == LogColumn::Retries || column == LogColumn::Duration;
}

QString titleOf(LogColumn column) {
    switch (column) {
        case LogColumn::Time:
            return SyncLogModel::tr("Time");
        case LogColumn::Dataset:
            return SyncLogModel::tr("Dataset");
        case LogColumn::Request:
            return SyncLogModel::tr("What");
        case LogColumn::Status:
            return SyncLogModel::tr("Status");
        case LogColumn::Rows:
            return SyncLogModel::tr("Rows");
        case LogColumn::Retries:
            return SyncLogModel::tr("Retries");
        case LogColumn::Duration:
            return SyncLogModel::tr("Took");
        case LogColumn::RequestId:
            break;
    }
    return SyncLogModel::tr("Request id");
}

QString textOf(const RequestLogEntry& entry, LogColumn column) {
    switch (column) {
        case LogColumn::Time:
            return logTime(entry.at);
        case LogColumn::Dataset:
            return datasetName(entry.dataset);
        case LogColumn::Request:
            return requestTitle(entry);
        case LogColumn::Status:
            return statusTitle(entry);
        case LogColumn::Rows:
            return formatCount(entry.rows);
        case LogColumn::Retries:
            return formatCount(entry.retries);
        case LogColumn::Duration:
            return durationText(entry.durationMs);
        case LogColumn::RequestId:
            break;
    }
    return entry.requestId.isEmpty() ? QStringLiteral("–") : entry.requestId;
}

/// What the cell leaves out.
QString exactOf(const RequestLogEntry& entry, LogColumn column) {
    switch (column) {
        case LogColumn::Time:
            return toRfc3339(entry.at);
        case LogColumn::Request:
            return entry.request;
        case LogColumn::Status:
            return entry.outcome;
        case LogColumn::Duration:
            return SyncLogModel::tr("%1 ms").arg(formatCount(entry.durationMs));
        case LogColumn::RequestId:
            return entry.requestId;
        default:
            return {};
    }
}

}  // namespace

SyncLogModel::SyncLogModel(QObject* parent) : QAbstractTableModel(parent) {}

void SyncLogModel::setLog(std::shared_ptr<const SyncLog> log) {
    const bool newestFirst = m_log && log && m_log->order == log->order && log->order == LogOrder();
    const std::size_t before = m_log ? m_log->shown.size() : 0;
    const std::size_t now = log ? log->shown.size() : 0;
    if (newestFirst && now >= before) {
        // New entries appear on top; selection and place stay.
        if (now > before) beginInsertRows({}, 0, static_cast<int>(now - before) - 1);
        m_log = std::move(log);
        if (now > before) endInsertRows();
        return;
    }
    beginResetModel();
    m_log = std::move(log);
    endResetModel();
}

int SyncLogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_log ? 0 : static_cast<int>(m_log->shown.size());
}

int SyncLogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Columns; }

QVariant SyncLogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_log) return {};
    const RequestLogEntry& entry = m_log->shownEntry(static_cast<std::size_t>(index.row()));
    const auto column = static_cast<LogColumn>(index.column());
    switch (role) {
        case Qt::DisplayRole:
            return textOf(entry, column);
        case Qt::ToolTipRole:
            return exactOf(entry, column);
        case Qt::AccessibleTextRole:
            return QString(titleOf(column) + QLatin1Char(' ') + textOf(entry, column));
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                       (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
        case DisplayTableModel::RowKindRole:
            return static_cast<int>(DisplayRow::Kind::Normal);
        case DisplayTableModel::CellKindRole:
            return static_cast<int>(column == LogColumn::Status      ? CellKind::Pill
                                    : column == LogColumn::RequestId ? CellKind::Code
                                                                     : CellKind::Text);
        case DisplayTableModel::GoodRole:
            return !isFailure(entry);
        default:
            return {};
    }
}

QVariant SyncLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns) return {};
    const auto column = static_cast<LogColumn>(section);
    if (role == Qt::DisplayRole) return titleOf(column);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

void SyncLogModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= Columns) {
        emit orderWanted(LogColumn::Time, true);
    } else {
        emit orderWanted(static_cast<LogColumn>(column), order == Qt::DescendingOrder);
    }
}

QString SyncLogModel::plainHeader() {
    return QStringList{QStringLiteral("when"),    QStringLiteral("dataset"),     QStringLiteral("request"),
                       QStringLiteral("status"),  QStringLiteral("outcome"),     QStringLiteral("rows"),
                       QStringLiteral("retries"), QStringLiteral("duration_ms"), QStringLiteral("request_id")}
        .join(QLatin1Char('\t'));
}

QString SyncLogModel::plainRow(int row) const {
    const RequestLogEntry& entry = m_log->shownEntry(static_cast<std::size_t>(row));
    // A tab or a line break in a sentence would make cells of it.
    return QStringList{toRfc3339(entry.at),
                       datasetName(entry.dataset),
                       entry.request.simplified(),
                       entry.httpStatus != 0 ? QString::number(entry.httpStatus) : QString(),
                       entry.outcome.simplified(),
                       QString::number(entry.rows),
                       QString::number(entry.retries),
                       QString::number(entry.durationMs),
                       entry.requestId}
        .join(QLatin1Char('\t'));
}

}  // namespace tokenledger
