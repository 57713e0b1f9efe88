-- One table for each CSV file beside this one, in the order in which they are loaded.
-- The comments are the data dictionary; a unit stands in square brackets at the end.
-- `status` says what a figure rests on:
--   sourced   as published
--   derived   our arithmetic on published figures
--   borrowed  published for another place, role or time
--   none      a placeholder without a source

CREATE TABLE source (
    source_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(source_id, '[a-z0-9-]+')),
    title     VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    url       VARCHAR CHECK (url LIKE 'http://%' OR url LIKE 'https://%'),
    published VARCHAR NOT NULL,
    licence   VARCHAR NOT NULL,
    status    VARCHAR NOT NULL CHECK (status IN (
        'verified', 'third_party_copy', 'recalled', 'derived', 'own_work', 'placeholder')),
    note      VARCHAR NOT NULL
);
COMMENT ON TABLE source IS 'Where every figure comes from, and how far that was checked';
COMMENT ON COLUMN source.source_id IS 'Short name by which figures cite this source';
COMMENT ON COLUMN source.title IS 'Title of the publication or page';
COMMENT ON COLUMN source.publisher IS 'Who published it';
COMMENT ON COLUMN source.url IS 'Address of the page that was read; empty when none is known';
COMMENT ON COLUMN source.published IS 'Date of publication, as exactly as it is known';
COMMENT ON COLUMN source.licence IS 'Terms under which the figure may be used';
COMMENT ON COLUMN source.status IS 'verified: the page was read; third_party_copy: read in a copy or compilation; recalled: not re-read; derived: our arithmetic; own_work: made by this project; placeholder: no source';
COMMENT ON COLUMN source.note IS 'What is cited from it, and what to beware of';

CREATE TABLE region (
    region_code VARCHAR PRIMARY KEY CHECK (regexp_full_match(region_code, 'Y[0-9]{2}')),
    ons_code    VARCHAR NOT NULL UNIQUE,
    name        VARCHAR NOT NULL UNIQUE,
    source_id   VARCHAR NOT NULL REFERENCES source (source_id)
);
COMMENT ON TABLE region IS 'The seven NHS England regions';
COMMENT ON COLUMN region.region_code IS 'ODS code of the region';
COMMENT ON COLUMN region.ons_code IS 'ONS code of the region';
COMMENT ON COLUMN region.name IS 'Name of the region';
COMMENT ON COLUMN region.source_id IS 'Source of codes and name';

CREATE TABLE ics (
    ics_code              VARCHAR PRIMARY KEY CHECK (regexp_full_match(ics_code, 'Q[A-Z0-9]{2}')),
    ons_code              VARCHAR NOT NULL UNIQUE,
    name                  VARCHAR NOT NULL UNIQUE,
    short_name            VARCHAR NOT NULL UNIQUE,
    region_code           VARCHAR NOT NULL REFERENCES region (region_code),
    registered_population INTEGER NOT NULL CHECK (registered_population > 0),
    population_date       DATE    NOT NULL,
    population_source_id  VARCHAR NOT NULL REFERENCES source (source_id),
    population_status     VARCHAR NOT NULL CHECK (population_status IN ('sourced', 'derived', 'borrowed', 'none')),
    imd_average_score     DOUBLE  NOT NULL CHECK (imd_average_score BETWEEN 0 AND 100),
    imd_rank              INTEGER NOT NULL UNIQUE CHECK (imd_rank > 0),
    imd_source_id         VARCHAR NOT NULL REFERENCES source (source_id),
    imd_status            VARCHAR NOT NULL CHECK (imd_status IN ('sourced', 'derived', 'borrowed', 'none')),
    tile_column           INTEGER NOT NULL CHECK (tile_column BETWEEN 0 AND 6),
    tile_row              INTEGER NOT NULL CHECK (tile_row BETWEEN 0 AND 9),
    tile_label            VARCHAR NOT NULL UNIQUE CHECK (length(tile_label) <= 24),
    tile_source_id        VARCHAR NOT NULL REFERENCES source (source_id),
    continues_2026        BOOLEAN NOT NULL
);
COMMENT ON TABLE ics IS 'The 42 integrated care systems of July 2022 to March 2026: the base geography of the app';
COMMENT ON COLUMN ics.ics_code IS 'ODS code of the integrated care board; join on this, never on ONS codes';
COMMENT ON COLUMN ics.ons_code IS 'ONS code, 2024 vintage; it differs from 2022 for Sussex and Surrey Heartlands';
COMMENT ON COLUMN ics.name IS 'Name of the system, without NHS and Integrated Care Board';
COMMENT ON COLUMN ics.short_name IS 'Name for charts and maps';
COMMENT ON COLUMN ics.region_code IS 'NHS England region';
COMMENT ON COLUMN ics.registered_population IS 'Patients registered with a GP practice, summed from practices; about 13% above the ONS count for England because lists are inflated [people]';
COMMENT ON COLUMN ics.population_date IS 'Date of the registered population';
COMMENT ON COLUMN ics.population_source_id IS 'Source of the population';
COMMENT ON COLUMN ics.population_status IS 'What the population rests on';
COMMENT ON COLUMN ics.imd_average_score IS 'Average score of the Index of Multiple Deprivation 2025; higher is more deprived [score]';
COMMENT ON COLUMN ics.imd_rank IS 'Rank of that score among the 42; 1 is the most deprived [rank]';
COMMENT ON COLUMN ics.imd_source_id IS 'Source of the deprivation figures';
COMMENT ON COLUMN ics.imd_status IS 'What the deprivation figures rest on';
COMMENT ON COLUMN ics.tile_column IS 'Column in the tile map, from the west [tiles]';
COMMENT ON COLUMN ics.tile_row IS 'Row in the tile map, from the north [tiles]';
COMMENT ON COLUMN ics.tile_label IS 'Name short enough for a tile, on up to three lines';
COMMENT ON COLUMN ics.tile_source_id IS 'Source of the tile map';
COMMENT ON COLUMN ics.continues_2026 IS 'Whether the board went on under its own code after 1 April 2026';

CREATE TABLE ics_residents (
    ics_code  VARCHAR PRIMARY KEY REFERENCES ics (ics_code),
    residents INTEGER NOT NULL CHECK (residents > 0),
    as_at     DATE    NOT NULL,
    source_id VARCHAR NOT NULL REFERENCES source (source_id),
    status    VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none'))
);
COMMENT ON TABLE ics_residents IS 'Residents of each system by the ONS, summed from small areas: a second count of people beside GP lists, which are inflated most in London';
COMMENT ON COLUMN ics_residents.ics_code IS 'System';
COMMENT ON COLUMN ics_residents.residents IS 'Residents; based on the census of 2011, not yet on that of 2021 [people]';
COMMENT ON COLUMN ics_residents.as_at IS 'Date of the estimate';
COMMENT ON COLUMN ics_residents.source_id IS 'Source of the estimate';
COMMENT ON COLUMN ics_residents.status IS 'What it rests on: summed by us';

CREATE TABLE ics_boundary (
    ics_code  VARCHAR NOT NULL REFERENCES ics (ics_code),
    part      INTEGER NOT NULL CHECK (part >= 1),
    outline   VARCHAR NOT NULL CHECK (regexp_full_match(outline, '(-?[0-9.]+ [0-9.]+, )+-?[0-9.]+ [0-9.]+')),
    source_id VARCHAR NOT NULL REFERENCES source (source_id),
    status    VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none')),
    PRIMARY KEY (ics_code, part)
);
COMMENT ON TABLE ics_boundary IS 'Outlines of the 42 systems for a map: simplified so far that neighbours still meet. Not for measuring, nor for telling in which system an address lies';
COMMENT ON COLUMN ics_boundary.ics_code IS 'System';
COMMENT ON COLUMN ics_boundary.part IS 'Part of the system, such as an island; 1 is the largest [position]';
COMMENT ON COLUMN ics_boundary.outline IS 'Points of the outline, each longitude and latitude (WGS 84), clockwise; the last is the first again [degrees]';
COMMENT ON COLUMN ics_boundary.source_id IS 'Source of the boundary';
COMMENT ON COLUMN ics_boundary.status IS 'What the boundary rests on: simplified by us';

CREATE TABLE board_2026 (
    board_code  VARCHAR PRIMARY KEY CHECK (regexp_full_match(board_code, '[A-Z0-9]{3}|[A-Z0-9]{5}')),
    name        VARCHAR NOT NULL UNIQUE,
    region_code VARCHAR REFERENCES region (region_code),
    source_id   VARCHAR NOT NULL REFERENCES source (source_id)
);
COMMENT ON TABLE board_2026 IS 'The 36 integrated care boards from 1 April 2026';
COMMENT ON COLUMN board_2026.board_code IS 'ODS code of the board';
COMMENT ON COLUMN board_2026.name IS 'Name of the board, without NHS and Integrated Care Board';
COMMENT ON COLUMN board_2026.region_code IS 'Region, when all its predecessors lie in one; otherwise empty';
COMMENT ON COLUMN board_2026.source_id IS 'Source of code and name';

CREATE TABLE ics_succession (
    ics_code   VARCHAR NOT NULL REFERENCES ics (ics_code),
    board_code VARCHAR NOT NULL REFERENCES board_2026 (board_code),
    weight     DOUBLE  NOT NULL CHECK (weight > 0 AND weight <= 1),
    basis      VARCHAR NOT NULL,
    source_id  VARCHAR NOT NULL REFERENCES source (source_id),
    status     VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none')),
    PRIMARY KEY (ics_code, board_code)
);
COMMENT ON TABLE ics_succession IS 'Which board of April 2026 each of the 42 systems went to, and with what share of its people';
COMMENT ON COLUMN ics_succession.ics_code IS 'The system before April 2026';
COMMENT ON COLUMN ics_succession.board_code IS 'The board that took it, or part of it';
COMMENT ON COLUMN ics_succession.weight IS 'Share of the people of the system who went to the board; adds to 1 for each system [share]';
COMMENT ON COLUMN ics_succession.basis IS 'How the weight was found';
COMMENT ON COLUMN ics_succession.source_id IS 'Source of the weight';
COMMENT ON COLUMN ics_succession.status IS 'What the weight rests on; none: for Frimley outside East Berkshire no split was read, so two boards get half each';

CREATE TABLE trust_type (
    trust_type    VARCHAR PRIMARY KEY,
    label         VARCHAR NOT NULL UNIQUE,
    display_order INTEGER NOT NULL UNIQUE,
    description   VARCHAR NOT NULL,
    source_id     VARCHAR NOT NULL REFERENCES source (source_id)
);
COMMENT ON TABLE trust_type IS 'Kinds of NHS trust, from the cluster and benchmark groups of NHS Workforce Statistics';
COMMENT ON COLUMN trust_type.trust_type IS 'Short name of the kind';
COMMENT ON COLUMN trust_type.label IS 'Name for charts and tables';
COMMENT ON COLUMN trust_type.display_order IS 'Place in lists and charts [position]';
COMMENT ON COLUMN trust_type.description IS 'Which published groups make up the kind';
COMMENT ON COLUMN trust_type.source_id IS 'Source of the grouping';

CREATE TABLE trust (
    trust_code                VARCHAR PRIMARY KEY CHECK (regexp_full_match(trust_code, '[A-Z0-9]{3}|[A-Z0-9]{5}')),
    name                      VARCHAR NOT NULL UNIQUE,
    trust_type                VARCHAR NOT NULL REFERENCES trust_type (trust_type),
    ics_code                  VARCHAR NOT NULL REFERENCES ics (ics_code),
    board_2026_code           VARCHAR REFERENCES board_2026 (board_code),
    board_source_id           VARCHAR NOT NULL REFERENCES source (source_id),
    closed_by_2026_07         BOOLEAN NOT NULL,
    staff_fte                 DOUBLE  NOT NULL CHECK (staff_fte > 0),
    scientific_therapeutic_fte DOUBLE NOT NULL CHECK (scientific_therapeutic_fte >= 0),
    source_id                 VARCHAR NOT NULL REFERENCES source (source_id),
    status                    VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none')),
    CHECK (scientific_therapeutic_fte <= staff_fte)
);
COMMENT ON TABLE trust IS 'The 205 NHS trusts of November 2025';
COMMENT ON COLUMN trust.trust_code IS 'ODS code of the trust';
COMMENT ON COLUMN trust.name IS 'Name of the trust';
COMMENT ON COLUMN trust.trust_type IS 'Kind of trust';
COMMENT ON COLUMN trust.ics_code IS 'System in which its headquarters lie; it may serve others as well';
COMMENT ON COLUMN trust.board_2026_code IS 'Board of April 2026 on its record in July 2026; Oxleas and Sandwell are recorded under a neighbour of the successor of their system';
COMMENT ON COLUMN trust.board_source_id IS 'Source of the board and of the closure';
COMMENT ON COLUMN trust.closed_by_2026_07 IS 'Whether the trust had closed or merged by July 2026';
COMMENT ON COLUMN trust.staff_fte IS 'All staff at the end of November 2025, without resident doctors [FTE]';
COMMENT ON COLUMN trust.scientific_therapeutic_fte IS 'Scientific, therapeutic and technical staff at the end of November 2025: all therapists and scientists, not only psychological professions [FTE]';
COMMENT ON COLUMN trust.source_id IS 'Source of the staff figures, kind and system';
COMMENT ON COLUMN trust.status IS 'What the staff figures rest on';

CREATE TABLE staff_group (
    staff_group VARCHAR PRIMARY KEY,
    is_total    BOOLEAN NOT NULL,
    description VARCHAR NOT NULL,
    source_id   VARCHAR NOT NULL REFERENCES source (source_id)
);
COMMENT ON TABLE staff_group IS 'Staff groups of NHS Workforce Statistics';
COMMENT ON COLUMN staff_group.staff_group IS 'Name of the group, as published';
COMMENT ON COLUMN staff_group.is_total IS 'Whether the group is the total of all others and so must not be added to them';
COMMENT ON COLUMN staff_group.description IS 'How to use the group';
COMMENT ON COLUMN staff_group.source_id IS 'Source of the grouping';

CREATE TABLE trust_staff (
    month        VARCHAR NOT NULL CHECK (regexp_full_match(month, '20[0-9]{2}-(0[1-9]|1[0-2])')),
    trust_code   VARCHAR NOT NULL REFERENCES trust (trust_code),
    staff_group  VARCHAR NOT NULL REFERENCES staff_group (staff_group),
    start_fte    DOUBLE CHECK (start_fte >= 0),
    end_fte      DOUBLE CHECK (end_fte >= 0),
    joiners_fte  DOUBLE  NOT NULL CHECK (joiners_fte >= 0),
    leavers_fte  DOUBLE  NOT NULL CHECK (leavers_fte >= 0),
    source_id    VARCHAR NOT NULL REFERENCES source (source_id),
    status       VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none')),
    PRIMARY KEY (month, trust_code, staff_group)
);
COMMENT ON TABLE trust_staff IS 'Staff, joiners and leavers of each trust in October and November 2025. Headcounts are left out, because small ones could point to people. Two autumn months are no basis for an annual rate of one trust';
COMMENT ON COLUMN trust_staff.month IS 'Month, as year and month';
COMMENT ON COLUMN trust_staff.trust_code IS 'Trust';
COMMENT ON COLUMN trust_staff.staff_group IS 'Staff group. Beware: All staff groups is the total and must not be added to the others';
COMMENT ON COLUMN trust_staff.start_fte IS 'Staff at the start of the month; empty where none was published [FTE]';
COMMENT ON COLUMN trust_staff.end_fte IS 'Staff at the end of the month; empty where none was published [FTE]';
COMMENT ON COLUMN trust_staff.joiners_fte IS 'Staff who joined in the month, some from other trusts; the publication leaves zeros out and they are put back here [FTE]';
COMMENT ON COLUMN trust_staff.leavers_fte IS 'Staff who left in the month, some to other trusts; the publication leaves zeros out and they are put back here [FTE]';
COMMENT ON COLUMN trust_staff.source_id IS 'Source of the figures';
COMMENT ON COLUMN trust_staff.status IS 'What the figures rest on';

CREATE TABLE talking_therapies_ics (
    year                           VARCHAR NOT NULL CHECK (regexp_full_match(year, '20[0-9]{2}-[0-9]{2}')),
    ics_code                       VARCHAR NOT NULL REFERENCES ics (ics_code),
    referrals                      INTEGER NOT NULL CHECK (referrals >= 0),
    finished_courses               INTEGER NOT NULL CHECK (finished_courses >= 0),
    finished_at_caseness           INTEGER NOT NULL CHECK (finished_at_caseness >= 0),
    recovered                      INTEGER NOT NULL CHECK (recovered >= 0),
    recovery_share                 DOUBLE  NOT NULL CHECK (recovery_share BETWEEN 0 AND 1),
    reliable_improvement_share     DOUBLE  NOT NULL CHECK (reliable_improvement_share BETWEEN 0 AND 1),
    reliable_recovery_share        DOUBLE  NOT NULL CHECK (reliable_recovery_share BETWEEN 0 AND 1),
    finished_waited_under_6_weeks  INTEGER NOT NULL CHECK (finished_waited_under_6_weeks >= 0),
    finished_waited_under_18_weeks INTEGER NOT NULL CHECK (finished_waited_under_18_weeks >= finished_waited_under_6_weeks),
    source_id                      VARCHAR NOT NULL REFERENCES source (source_id),
    status                         VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none')),
    PRIMARY KEY (year, ics_code),
    CHECK (finished_at_caseness <= finished_courses),
    CHECK (recovered <= finished_at_caseness)
);
COMMENT ON TABLE talking_therapies_ics IS 'NHS Talking Therapies by system and financial year. Counts are rounded to 5 and shares to whole percents, so systems do not add exactly to England';
COMMENT ON COLUMN talking_therapies_ics.year IS 'Financial year';
COMMENT ON COLUMN talking_therapies_ics.ics_code IS 'System';
COMMENT ON COLUMN talking_therapies_ics.referrals IS 'Referrals received [referrals]';
COMMENT ON COLUMN talking_therapies_ics.finished_courses IS 'Referrals that finished a course of treatment [referrals]';
COMMENT ON COLUMN talking_therapies_ics.finished_at_caseness IS 'Finished courses that began at caseness [referrals]';
COMMENT ON COLUMN talking_therapies_ics.recovered IS 'Finished courses that moved to recovery [referrals]';
COMMENT ON COLUMN talking_therapies_ics.recovery_share IS 'Share of courses begun at caseness that moved to recovery [share]';
COMMENT ON COLUMN talking_therapies_ics.reliable_improvement_share IS 'Share of finished courses with reliable improvement [share]';
COMMENT ON COLUMN talking_therapies_ics.reliable_recovery_share IS 'Share of courses begun at caseness with reliable recovery; another measure than recovery, never joined to it [share]';
COMMENT ON COLUMN talking_therapies_ics.finished_waited_under_6_weeks IS 'Finished courses that began within 6 weeks of referral [referrals]';
COMMENT ON COLUMN talking_therapies_ics.finished_waited_under_18_weeks IS 'Finished courses that began within 18 weeks of referral [referrals]';
COMMENT ON COLUMN talking_therapies_ics.source_id IS 'Source of the figures';
COMMENT ON COLUMN talking_therapies_ics.status IS 'What the figures rest on';

CREATE TABLE talking_therapies_england (
    year                           VARCHAR PRIMARY KEY CHECK (regexp_full_match(year, '20[0-9]{2}-[0-9]{2}')),
    referrals                      INTEGER NOT NULL CHECK (referrals >= 0),
    finished_courses               INTEGER NOT NULL CHECK (finished_courses >= 0),
    finished_at_caseness           INTEGER NOT NULL CHECK (finished_at_caseness >= 0),
    recovered                      INTEGER NOT NULL CHECK (recovered >= 0),
    recovery_share                 DOUBLE  NOT NULL CHECK (recovery_share BETWEEN 0 AND 1),
    reliable_improvement_share     DOUBLE  NOT NULL CHECK (reliable_improvement_share BETWEEN 0 AND 1),
    reliable_recovery_share        DOUBLE  NOT NULL CHECK (reliable_recovery_share BETWEEN 0 AND 1),
    finished_waited_under_6_weeks  INTEGER CHECK (finished_waited_under_6_weeks >= 0),
    finished_waited_under_18_weeks INTEGER CHECK (finished_waited_under_18_weeks >= finished_waited_under_6_weeks),
    source_id                      VARCHAR NOT NULL REFERENCES source (source_id),
    status                         VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none')),
    CHECK (finished_at_caseness <= finished_courses),
    CHECK (recovered <= finished_at_caseness)
);
COMMENT ON TABLE talking_therapies_england IS 'NHS Talking Therapies in England by financial year, as published in the annual reports; do not mix with the monthly series';
COMMENT ON COLUMN talking_therapies_england.year IS 'Financial year';
COMMENT ON COLUMN talking_therapies_england.referrals IS 'Referrals received [referrals]';
COMMENT ON COLUMN talking_therapies_england.finished_courses IS 'Referrals that finished a course of treatment [referrals]';
COMMENT ON COLUMN talking_therapies_england.finished_at_caseness IS 'Finished courses that began at caseness [referrals]';
COMMENT ON COLUMN talking_therapies_england.recovered IS 'Finished courses that moved to recovery [referrals]';
COMMENT ON COLUMN talking_therapies_england.recovery_share IS 'Share of courses begun at caseness that moved to recovery [share]';
COMMENT ON COLUMN talking_therapies_england.reliable_improvement_share IS 'Share of finished courses with reliable improvement [share]';
COMMENT ON COLUMN talking_therapies_england.reliable_recovery_share IS 'Share of courses begun at caseness with reliable recovery; another measure than recovery, never joined to it [share]';
COMMENT ON COLUMN talking_therapies_england.finished_waited_under_6_weeks IS 'Finished courses that began within 6 weeks of referral; empty before 2022-23 [referrals]';
COMMENT ON COLUMN talking_therapies_england.finished_waited_under_18_weeks IS 'Finished courses that began within 18 weeks of referral; empty before 2022-23 [referrals]';
COMMENT ON COLUMN talking_therapies_england.source_id IS 'Source of the figures';
COMMENT ON COLUMN talking_therapies_england.status IS 'What the figures rest on';

CREATE TABLE workforce_history (
    year      INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2037),
    as_at     DATE    NOT NULL UNIQUE,
    fte       DOUBLE  NOT NULL CHECK (fte > 0),
    rounding  VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL REFERENCES source (source_id),
    status    VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none'))
);
COMMENT ON TABLE workforce_history IS 'Psychological professions employed by the NHS in England, from the Electronic Staff Record';
COMMENT ON COLUMN workforce_history.year IS 'Year in which the financial year ends';
COMMENT ON COLUMN workforce_history.as_at IS 'Date of the count; the first is published as April 2019';
COMMENT ON COLUMN workforce_history.fte IS 'Staff in post; other employers of NHS-funded staff are not counted [FTE]';
COMMENT ON COLUMN workforce_history.rounding IS 'How exact the figure is';
COMMENT ON COLUMN workforce_history.source_id IS 'Source of the figure';
COMMENT ON COLUMN workforce_history.status IS 'What the figure rests on';

CREATE TABLE ics_fte_estimate (
    ics_code                          VARCHAR PRIMARY KEY REFERENCES ics (ics_code),
    share_talking_therapies           DOUBLE  NOT NULL CHECK (share_talking_therapies > 0 AND share_talking_therapies < 1),
    share_mental_health_trust         DOUBLE  NOT NULL CHECK (share_mental_health_trust > 0 AND share_mental_health_trust < 1),
    mental_health_trust_imputed_share DOUBLE  NOT NULL CHECK (mental_health_trust_imputed_share BETWEEN 0 AND 1),
    fte_low                           DOUBLE  NOT NULL CHECK (fte_low > 0),
    fte_mid                           DOUBLE  NOT NULL,
    fte_high                          DOUBLE  NOT NULL,
    source_id                         VARCHAR NOT NULL REFERENCES source (source_id),
    status                            VARCHAR NOT NULL CHECK (status = 'derived'),
    CHECK (fte_low <= fte_mid),
    CHECK (fte_mid <= fte_high)
);
COMMENT ON TABLE ics_fte_estimate IS 'ESTIMATE: two open proxies that disagree; never rank. The published FTE of March 2023 shared out over the 42 systems';
COMMENT ON COLUMN ics_fte_estimate.ics_code IS 'System';
COMMENT ON COLUMN ics_fte_estimate.share_talking_therapies IS 'ESTIMATE: share of the finished Talking Therapies courses of 2024-25 [share]';
COMMENT ON COLUMN ics_fte_estimate.share_mental_health_trust IS 'ESTIMATE: share of the scientific, therapeutic and technical staff of mental health trusts, November 2025, placed by the area each trust serves [share]';
COMMENT ON COLUMN ics_fte_estimate.mental_health_trust_imputed_share IS 'Share of the second proxy that had to be filled in at the national rate [share]';
COMMENT ON COLUMN ics_fte_estimate.fte_low IS 'ESTIMATE: published FTE times the smaller share; not a confidence limit [FTE]';
COMMENT ON COLUMN ics_fte_estimate.fte_mid IS 'ESTIMATE: published FTE times the mean of the shares; adds to the published FTE [FTE]';
COMMENT ON COLUMN ics_fte_estimate.fte_high IS 'ESTIMATE: published FTE times the larger share; not a confidence limit [FTE]';
COMMENT ON COLUMN ics_fte_estimate.source_id IS 'Source of the estimate';
COMMENT ON COLUMN ics_fte_estimate.status IS 'Always derived';

CREATE TABLE family (
    family        VARCHAR PRIMARY KEY CHECK (family <> 'all'),
    label         VARCHAR NOT NULL UNIQUE,
    description   VARCHAR NOT NULL,
    display_order INTEGER NOT NULL UNIQUE,
    source_id     VARCHAR NOT NULL REFERENCES source (source_id)
);
COMMENT ON TABLE family IS 'The three families into which the psychological professions fall';
COMMENT ON COLUMN family.family IS 'Short name of the family';
COMMENT ON COLUMN family.label IS 'Name for charts and tables';
COMMENT ON COLUMN family.description IS 'Who belongs to it';
COMMENT ON COLUMN family.display_order IS 'Place in lists and charts [position]';
COMMENT ON COLUMN family.source_id IS 'Source of the grouping';

CREATE TABLE profession (
    profession                VARCHAR PRIMARY KEY,
    label                     VARCHAR NOT NULL UNIQUE,
    family                    VARCHAR NOT NULL REFERENCES family (family),
    in_hee_twelve             BOOLEAN NOT NULL,
    afc_band_on_qualification VARCHAR CHECK (regexp_full_match(afc_band_on_qualification, '[4-9](-[5-9])?')),
    band_source_id            VARCHAR NOT NULL REFERENCES source (source_id),
    band_status               VARCHAR NOT NULL CHECK (band_status IN ('sourced', 'derived', 'borrowed', 'none')),
    band_note                 VARCHAR NOT NULL,
    course_length_years       DOUBLE  CHECK (course_length_years > 0 AND course_length_years <= 10),
    length_source_id          VARCHAR NOT NULL REFERENCES source (source_id),
    length_status             VARCHAR NOT NULL CHECK (length_status IN ('sourced', 'derived', 'borrowed', 'none')),
    length_note               VARCHAR NOT NULL,
    share_of_family           DOUBLE  NOT NULL CHECK (share_of_family BETWEEN 0 AND 1),
    share_source_id           VARCHAR NOT NULL REFERENCES source (source_id),
    share_status              VARCHAR NOT NULL CHECK (share_status IN ('sourced', 'derived', 'borrowed', 'none')),
    source_id                 VARCHAR NOT NULL REFERENCES source (source_id)
);
COMMENT ON TABLE profession IS 'The twelve psychological professions listed by Health Education England, and newer roles';
COMMENT ON COLUMN profession.profession IS 'Short name of the profession';
COMMENT ON COLUMN profession.label IS 'Name of the profession';
COMMENT ON COLUMN profession.family IS 'Family it belongs to in this app';
COMMENT ON COLUMN profession.in_hee_twelve IS 'Whether it is one of the twelve on the list of Health Education England';
COMMENT ON COLUMN profession.afc_band_on_qualification IS 'Agenda for Change band on qualification, or the range of the whole group when its own was not found [band]';
COMMENT ON COLUMN profession.band_source_id IS 'Source of the band';
COMMENT ON COLUMN profession.band_status IS 'What the band rests on';
COMMENT ON COLUMN profession.band_note IS 'How to read the band';
COMMENT ON COLUMN profession.course_length_years IS 'Length of the qualifying course; empty when not found [years]';
COMMENT ON COLUMN profession.length_source_id IS 'Source of the length';
COMMENT ON COLUMN profession.length_status IS 'What the length rests on; none: recalled but not verified, or not found';
COMMENT ON COLUMN profession.length_note IS 'How to read the length';
COMMENT ON COLUMN profession.share_of_family IS 'Share of its family''s staff; no split is published, so each of the twelve has an equal part until you enter yours [share]';
COMMENT ON COLUMN profession.share_source_id IS 'Source of the share';
COMMENT ON COLUMN profession.share_status IS 'What the share rests on';
COMMENT ON COLUMN profession.source_id IS 'Source of the list of professions; the newer roles are named on the same page';

CREATE TABLE policy_figure (
    figure_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(figure_id, '[a-z0-9_]+')),
    label     VARCHAR NOT NULL,
    value     DOUBLE  NOT NULL CHECK (value >= 0),
    unit      VARCHAR NOT NULL,
    period    VARCHAR NOT NULL,
    standing  VARCHAR NOT NULL CHECK (standing IN (
        'recommendation', 'live', '2023 ambition', 'historic', 'claim')),
    source_id VARCHAR NOT NULL REFERENCES source (source_id),
    status    VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none')),
    note      VARCHAR NOT NULL
);
COMMENT ON TABLE policy_figure IS 'Published numbers that targets and comparisons use';
COMMENT ON COLUMN policy_figure.figure_id IS 'Short name by which targets cite the figure';
COMMENT ON COLUMN policy_figure.label IS 'What the figure counts';
COMMENT ON COLUMN policy_figure.value IS 'The figure, in the unit of the next column; a share is a fraction of one [as in unit]';
COMMENT ON COLUMN policy_figure.unit IS 'Unit of the figure';
COMMENT ON COLUMN policy_figure.period IS 'When it applies or falls due';
COMMENT ON COLUMN policy_figure.standing IS 'recommendation: advice, not policy; live: current policy; 2023 ambition: of the Long Term Workforce Plan, since set aside; historic: a past target or a measurement; claim: stated and not reproduced';
COMMENT ON COLUMN policy_figure.source_id IS 'Source of the figure';
COMMENT ON COLUMN policy_figure.status IS 'What the figure rests on';
COMMENT ON COLUMN policy_figure.note IS 'How to read the figure';

CREATE TABLE model_input (
    input       VARCHAR NOT NULL CHECK (regexp_full_match(input, '[a-z_]+')),
    family      VARCHAR NOT NULL CHECK (family IN ('all', 'psychologists', 'therapists', 'practitioners')),
    grade       VARCHAR NOT NULL CHECK (grade IN ('all', 'qualified', 'senior', 'lead')),
    year_offset INTEGER CHECK (year_offset BETWEEN 1 AND 3),
    value       DOUBLE  NOT NULL CHECK (value >= 0),
    unit        VARCHAR NOT NULL,
    meaning     VARCHAR NOT NULL,
    source_id   VARCHAR NOT NULL REFERENCES source (source_id),
    status      VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none')),
    CHECK (unit <> 'share' OR value <= 1),
    CHECK ((status = 'none') = (source_id = 'placeholder'))
);
COMMENT ON TABLE model_input IS 'Inputs of the staffing model that no slider sets; most are placeholders, so results that rest on them are illustrations';
COMMENT ON COLUMN model_input.input IS 'Name of the input';
COMMENT ON COLUMN model_input.family IS 'Family it applies to, or all';
COMMENT ON COLUMN model_input.grade IS 'Grade it applies to, or all: qualified, then senior, then lead';
COMMENT ON COLUMN model_input.year_offset IS 'Years until completion, for trainees; otherwise empty [years]';
COMMENT ON COLUMN model_input.value IS 'The value, in the unit of the next column; a share is a fraction of one [as in unit]';
COMMENT ON COLUMN model_input.unit IS 'Unit of the value';
COMMENT ON COLUMN model_input.meaning IS 'What the input stands for';
COMMENT ON COLUMN model_input.source_id IS 'Source of the value';
COMMENT ON COLUMN model_input.status IS 'What the value rests on; none: a placeholder';

CREATE TABLE age_band (
    age_from          INTEGER PRIMARY KEY CHECK (age_from BETWEEN 21 AND 75),
    age_to            INTEGER NOT NULL UNIQUE CHECK (age_to BETWEEN 21 AND 75),
    staff_share       DOUBLE  NOT NULL CHECK (staff_share BETWEEN 0 AND 1),
    joiner_share      DOUBLE  NOT NULL CHECK (joiner_share BETWEEN 0 AND 1),
    retiring_relative DOUBLE  NOT NULL CHECK (retiring_relative >= 0),
    leaving_rate      DOUBLE  NOT NULL CHECK (leaving_rate BETWEEN 0 AND 1),
    source_id         VARCHAR NOT NULL REFERENCES source (source_id),
    status            VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived', 'borrowed', 'none')),
    CHECK (age_from <= age_to),
    CHECK ((status = 'none') = (source_id = 'placeholder'))
);
COMMENT ON TABLE age_band IS 'PLACEHOLDER: ages of the psychological professions, made up. All that is published is that 21% of clinical psychologists who answered a UK survey in 2015 were 50 or over (source dcp-share-50plus, low confidence); the shares of staff match that, and lie near the mean age of 42 of the same survey. They count only where retirement is set to follow ages';
COMMENT ON COLUMN age_band.age_from IS 'Youngest age of the band [years]';
COMMENT ON COLUMN age_band.age_to IS 'Oldest age of the band; the last holds everyone older too [years]';
COMMENT ON COLUMN age_band.staff_share IS 'Share of all staff at the start; adds to 1 [share]';
COMMENT ON COLUMN age_band.joiner_share IS 'Share of those who join in a year; adds to 1 [share]';
COMMENT ON COLUMN age_band.retiring_relative IS 'Hazard of retiring against that at 60 to 64; the level is set by the retirement lever [ratio]';
COMMENT ON COLUMN age_band.leaving_rate IS 'Hazard of leaving for other reasons, in the model of ages alone [a year]';
COMMENT ON COLUMN age_band.source_id IS 'Source of the row';
COMMENT ON COLUMN age_band.status IS 'What the row rests on; none: a placeholder';

CREATE TABLE role_adoption (
    point_id      VARCHAR PRIMARY KEY CHECK (regexp_full_match(point_id, '[a-z0-9_]+')),
    role          VARCHAR NOT NULL CHECK (regexp_full_match(role, '[a-z_]+')),
    label         VARCHAR NOT NULL,
    how           VARCHAR NOT NULL CHECK (how IN (
        'encouraged', 'voluntary', 'paid for', 'required', 'law')),
    period        VARCHAR NOT NULL,
    years_low     DOUBLE  CHECK (years_low >= 0),
    years_high    DOUBLE,
    share         DOUBLE  NOT NULL CHECK (share BETWEEN 0 AND 1),
    organisations INTEGER CHECK (organisations > 0),
    source_id     VARCHAR NOT NULL REFERENCES source (source_id),
    status        VARCHAR NOT NULL CHECK (status IN ('sourced', 'derived')),
    note          VARCHAR NOT NULL,
    CHECK (years_low <= years_high),
    CHECK ((years_low IS NULL) = (years_high IS NULL)),
    CHECK ((how = 'law') = (years_low IS NULL))
);
COMMENT ON TABLE role_adoption IS 'How far other roles had spread when somebody counted: comparisons, none of them this role';
COMMENT ON COLUMN role_adoption.point_id IS 'Short name of the point';
COMMENT ON COLUMN role_adoption.role IS 'Short name of the role; points of one role are of the same organisations';
COMMENT ON COLUMN role_adoption.label IS 'Name of the role';
COMMENT ON COLUMN role_adoption.how IS 'What made organisations take it up: encouraged, voluntary, paid for, required of trusts, or law';
COMMENT ON COLUMN role_adoption.period IS 'When it was counted';
COMMENT ON COLUMN role_adoption.years_low IS 'Years from the latest date that can be taken for the start; empty where no start is known [years]';
COMMENT ON COLUMN role_adoption.years_high IS 'Years from the earliest date that can be taken for the start [years]';
COMMENT ON COLUMN role_adoption.share IS 'Organisations that had the role [share]';
COMMENT ON COLUMN role_adoption.organisations IS 'Organisations that the share is of; empty where it follows from law [organisations]';
COMMENT ON COLUMN role_adoption.source_id IS 'Source of the share';
COMMENT ON COLUMN role_adoption.status IS 'What the share rests on';
COMMENT ON COLUMN role_adoption.note IS 'How to read it';
