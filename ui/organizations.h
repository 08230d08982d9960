// The connected organizations: which there are, going from one to the other, renaming and removing them. GUI thread.
#pragma once

#include "ui/sessioncontroller.h"

class QMenu;

namespace tokenledger {

class Organizations : public QObject {
    Q_OBJECT
public:
    /// All outlive it; questions belong to `window`.
    Organizations(Services& services, SessionController& controller, QWidget* window);

    /// One entry an organization, and what can be done with the open one.
    void fillMenu(QMenu& menu);
    /// Where it was open last, and there is something to open; else empty.
    [[nodiscard]] QString startWith() const;
    /// Asks first when that stops a sync.
    void open(const QString& profile);
    void whenNoSyncRuns(std::function<void()> then);
    /// Of the open one. Nothing is removed before the user has said what becomes of its figures.
    void rename();
    void remove();

signals:
    void renamed();
    /// The open one was removed, and there is no other.
    void noneLeft();

private:
    void confirmDeletion(const QString& profile);
    void forgetKey(const QString& profile, bool deleteCache);
    void askWithoutKeychain(const QString& profile, bool deleteCache, const Error& error);
    void noteAndDrop(const QString& profile, bool deleteCache);
    void drop(const QString& profile, bool deleteCache);
    void finish(const QString& profile, bool cacheStays);
    [[nodiscard]] QString entryOf(const QString& profile, const QStringList& all) const;

    Services& m_services;
    SessionController& m_controller;
    QWidget* m_window;
};

}  // namespace tokenledger
