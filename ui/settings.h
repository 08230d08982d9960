// What the window remembers between runs: look, size, the filter bar, colours, how costs are shown, what was open,
// when to sync. Never a secret.
#pragma once

#include "charts/modelcolours.h"
#include "charts/valuecolours.h"
#include "ui/filterstate.h"
#include "ui/organizationlist.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QSettings>

namespace tokenledger {

class Settings {
public:
    /// An INI file of this path; tests give one of their own.
    explicit Settings(const QString& path);
    /// The platform's place for settings of this user.
    Settings();

    enum class Opened { Nothing, Live, Sample, File };
    struct LastOpened {
        Opened what = Opened::Nothing;
        QString name;  // of a File its path, of a Live one its profile
    };

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    [[nodiscard]] FilterState filters() const;
    void setFilters(const FilterState& state);
    [[nodiscard]] ModelColours modelColours() const;
    void setModelColours(const ModelColours& colours);
    /// Of workspaces and all else that is not a model.
    [[nodiscard]] ValueColours valueColours() const;
    void setValueColours(const ValueColours& colours);
    /// The chosen dimensions of the Cost page, both of the bill; they may be the same.
    struct CostView {
        Dimension rows = Dimension::Workspace;
        Dimension columns = Dimension::Model;
        friend bool operator==(const CostView&, const CostView&) = default;
    };
    [[nodiscard]] CostView costView() const;
    void setCostView(const CostView& view);
    /// What the Organization page lists.
    [[nodiscard]] OrganizationList organizationList() const;
    void setOrganizationList(OrganizationList list);
    [[nodiscard]] LastOpened lastOpened() const;
    void setLastOpened(const LastOpened& last);

    struct AutoSync {
        bool on = true;
        int minutes = 60;  // between two syncs, 1 to 1,440
        friend bool operator==(const AutoSync&, const AutoSync&) = default;
    };
    [[nodiscard]] AutoSync autoSync() const;
    void setAutoSync(const AutoSync& choice);
    /// An address for checkProxyUrl(), without name and password; empty: the system's proxy.
    [[nodiscard]] QString proxy() const;
    void setProxy(const QString& address);

private:
    mutable QSettings m_store;
};

}  // namespace tokenledger
