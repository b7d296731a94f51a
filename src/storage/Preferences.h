// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariant>

#include <future>
#include <memory>

class QTimer;

namespace deskwarden::storage {

/// A setting that is on or off.
struct FlagKey
{
    const char* name;
    bool fallback;
};
/// A whole number between two limits; whatever a file says beyond them is brought back to the nearest one.
struct NumberKey
{
    const char* name;
    int fallback;
    int least;
    int most;
};
struct TextKey
{
    const char* name;
    const char* fallback;
};
/// Something opaque, such as the saved state of a window; empty until it is set.
struct BytesKey
{
    const char* name;
};

/// All settings there are, with what holds until a person changes them.
namespace preference {

inline constexpr NumberKey refreshSeconds{"list/refreshSeconds", 10, 0, 3600}; ///< 0 = on demand only
inline constexpr FlagKey reconnect{"list/reconnect", true};   ///< to the servers of the last time, at the start
inline constexpr TextKey lastServers{"list/lastServers", ""}; ///< a JSON list of addresses and names
inline constexpr NumberKey callTimeoutSeconds{"list/callTimeoutSeconds", 60, 1, 3600};
inline constexpr NumberKey verifySeconds{"acts/verifySeconds", 60, 0, 3600};
inline constexpr NumberKey parallelActs{"acts/parallel", 4, 1, 64};
inline constexpr NumberKey auditDays{"acts/auditDays", 730, 0, 36'500}; ///< older acts are rotated away; 0 = never
inline constexpr FlagKey messageFirst{"acts/messageFirst", false};      ///< tell users before they are logged off
inline constexpr FlagKey onlyTold{"acts/onlyTold", false};              ///< log off only who got the message
inline constexpr NumberKey graceMinutes{"acts/graceMinutes", 5, 0, 1440};
inline constexpr TextKey messageTitle{"acts/messageTitle", ""};
inline constexpr TextKey messageText{"acts/messageText", ""};
inline constexpr TextKey messageTemplates{"acts/messageTemplates", ""}; ///< empty: those that come with the program
inline constexpr FlagKey systemLog{"acts/systemLog", false};            ///< report acts to the system's log too
inline constexpr TextKey recentTickets{"acts/recentTickets", ""};       ///< a JSON list, the newest first
inline constexpr TextKey ticketPattern{"acts/ticketPattern", ""};       ///< as in a policy; empty: any text
inline constexpr TextKey ticketAddress{"acts/ticketAddress", ""};       ///< of a ticket's page, with {ticket}
inline constexpr TextKey handOffs{"acts/handOffs", ""};                 ///< core::parseHandOff's lines
inline constexpr FlagKey notifyEnds{"acts/notifyEnds", true};           ///< tell the desktop when acts have ended
inline constexpr TextKey colorScheme{"window/colorScheme", "system"};   ///< system, light, dark, contrast
inline constexpr TextKey language{"window/language", "system"};         ///< system, or a language code
inline constexpr TextKey density{"window/density", "comfortable"};      ///< of the table: comfortable, compact
inline constexpr FlagKey detailsOpen{"window/detailsOpen", true};       ///< opened by the first selection
inline constexpr TextKey updateAddress{"updates/address", ""};          ///< empty: the project's own
inline constexpr BytesKey lastView{"window/lastView"};                  ///< as ViewStore::written() writes it
inline constexpr BytesKey windowGeometry{"window/geometry"};
inline constexpr BytesKey windowState{"window/state"};
inline constexpr BytesKey tableHeader{"table/header"};
inline constexpr BytesKey machinesHeader{"machines/header"};
inline constexpr BytesKey activityHeader{"activity/header"};

} // namespace preference

/// What a person has set, in one INI file, which is written a moment after a change and at the end: whole, or it stays
/// as it was. What another program has set meanwhile is kept.
/// Thread: the GUI thread; the file is written by another one. Owner: the program's composition. Blocks: the start and
/// save() for the disk, and nothing else. Fails: never; what is no plain file or cannot be read counts as empty, and a
/// setting that cannot be written holds until the program ends.
class Preferences final
{
public:
    explicit Preferences(const QString& file);
    Preferences(const Preferences&) = delete;
    Preferences& operator=(const Preferences&) = delete;
    ~Preferences();

    [[nodiscard]] bool value(const FlagKey& key) const;
    [[nodiscard]] int value(const NumberKey& key) const;
    [[nodiscard]] QString value(const TextKey& key) const;
    [[nodiscard]] QByteArray value(const BytesKey& key) const;

    void setValue(const FlagKey& key, bool value);
    void setValue(const NumberKey& key, int value);
    void setValue(const TextKey& key, const QString& value);
    void setValue(const BytesKey& key, const QByteArray& value);

    /// Writes what has changed now, instead of a little later. What cannot be written is tried again with the next
    /// change. Blocks: until the disk has it.
    void save();

private:
    using Values = QMap<QString, QVariant>; // by their whole names, "group/name"
    void set(const char* name, const QVariant& value);
    void saveSoon();
    void takeBack();
    [[nodiscard]] static Values read(const QString& file);
    [[nodiscard]] static bool write(const QString& file, const Values& changed);

    const QString m_file;
    Values m_values;
    Values m_changed;            // nobody has begun to write it
    Values m_onItsWay;           // is being written
    std::future<bool> m_written; // whether that has arrived
    std::unique_ptr<QTimer> m_soon;
};

} // namespace deskwarden::storage
