#include "ui/savedviews.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace tokenledger {

namespace {

bool isSameName(const QString& one, const QString& other) {
    return one.simplified().compare(other.simplified(), Qt::CaseInsensitive) == 0;
}

}  // namespace

const SavedView* SavedViews::find(const QString& name) const {
    const auto found = std::find_if(m_views.begin(), m_views.end(),
                                    [&name](const SavedView& view) { return isSameName(view.name, name); });
    return found == m_views.end() ? nullptr : &*found;
}

void SavedViews::save(const QString& name, const ViewState& state) {
    if (name.simplified().isEmpty()) return;
    remove(name);
    m_views.push_back({name.simplified(), state});
    sort();
}

bool SavedViews::rename(const QString& name, const QString& to) {
    const SavedView* other = find(to);
    if (to.simplified().isEmpty() || (other != nullptr && !isSameName(name, to))) return false;
    for (SavedView& view : m_views) {
        if (isSameName(view.name, name)) view.name = to.simplified();
    }
    sort();
    return true;
}

void SavedViews::remove(const QString& name) {
    std::erase_if(m_views, [&name](const SavedView& view) { return isSameName(view.name, name); });
}

void SavedViews::sort() {
    std::sort(m_views.begin(), m_views.end(),
              [](const SavedView& a, const SavedView& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
}

QString SavedViews::toJson() const {
    QJsonArray list;
    for (const SavedView& view : m_views) {
        list.append(QJsonObject{{QStringLiteral("name"), view.name},
                                {QStringLiteral("page"), pageName(view.state.page)},
                                {QStringLiteral("filters"), view.state.filters.toJson()}});
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

SavedViews SavedViews::fromJson(const QString& json) {
    SavedViews views;
    const QJsonArray list = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue& entry : list) {
        const auto page = pageFromName(entry[QStringLiteral("page")].toString());
        if (!page) continue;
        views.save(entry[QStringLiteral("name")].toString(),
                   {*page, FilterState::fromJson(entry[QStringLiteral("filters")].toObject())});
    }
    return views;
}

void ViewHistory::visit(const ViewState& left) {
    m_back.push_back(left);
    m_forward.clear();
}

ViewState ViewHistory::back(const ViewState& current) {
    ViewState state = m_back.back();
    m_back.pop_back();
    m_forward.push_back(current);
    return state;
}

ViewState ViewHistory::forward(const ViewState& current) {
    ViewState state = m_forward.back();
    m_forward.pop_back();
    m_back.push_back(current);
    return state;
}

}  // namespace tokenledger
