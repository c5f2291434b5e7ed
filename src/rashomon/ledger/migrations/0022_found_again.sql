-- Version 22: a page that is found again waits to be collated, also where it does already: in a trigger the conflict policy of the
-- statement that fires it holds, here an upsert's, whatever its own says (https://sqlite.org/lang_createtrigger.html).

DROP TRIGGER capture_is_found_again;
DROP TRIGGER capture_is_dated;
CREATE TRIGGER capture_is_found_again AFTER INSERT ON sighting WHEN NEW.captured_at IS NOT NULL BEGIN
    INSERT INTO uncollated SELECT id FROM report WHERE capture = NEW.capture AND address IS NOT NULL
        AND id NOT IN (SELECT report FROM uncollated);
END;
CREATE TRIGGER capture_is_dated AFTER UPDATE ON sighting WHEN NEW.captured_at IS NOT OLD.captured_at BEGIN
    INSERT INTO uncollated SELECT id FROM report WHERE capture = NEW.capture AND address IS NOT NULL
        AND id NOT IN (SELECT report FROM uncollated);
END;
