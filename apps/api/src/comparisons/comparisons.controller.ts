import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { RawJson } from '../platform/http/raw-json.js';
import { ConfirmClassesCommand } from './commands/confirm-classes.command.js';
import { StateReasonsCommand } from './commands/state-reasons.command.js';
import { ComparisonsService } from './comparisons.service.js';
import { ClassedChanges, ConfirmClasses, RevisionNotesDto } from './dto/classes.dto.js';
import { ComparisonDto, ComparisonQuery } from './dto/comparison.dto.js';
import { StateReasons, StatedReasons } from './dto/reasons.dto.js';
import { parseRef } from './dto/ref.js';
import { NotesService } from './notes.service.js';

@ApiTags('comparisons')
@Controller('comparisons')
export class ComparisonsController {
  constructor(
    private readonly comparisons: ComparisonsService,
    private readonly counted: NotesService,
    private readonly confirming: ConfirmClassesCommand,
    private readonly stating: StateReasonsCommand,
  ) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'compare' })
  @ApiOkResponse({ type: ComparisonDto })
  async compare(@Query() query: ComparisonQuery): Promise<RawJson> {
    return new RawJson(await this.comparisons.compare(parseRef(query.before), parseRef(query.after)));
  }

  @Get('notes')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'revisionNotes' })
  @ApiOkResponse({ type: RevisionNotesDto })
  notes(@Query() query: ComparisonQuery): Promise<RevisionNotesDto> {
    return this.counted.notes(parseRef(query.before), parseRef(query.after));
  }

  @Post('classes')
  @HttpCode(200)
  @Requires('class.confirm')
  @ApiOperation({ operationId: 'confirmClasses' })
  @ApiOkResponse({ type: ClassedChanges })
  confirm(@CurrentActor() actor: Actor, @Body() body: ConfirmClasses): Promise<ClassedChanges> {
    return this.confirming.run(actor, body);
  }

  @Post('reasons')
  @HttpCode(200)
  @Requires('class.confirm')
  @ApiOperation({ operationId: 'stateReasons' })
  @ApiOkResponse({ type: StatedReasons })
  state(@CurrentActor() actor: Actor, @Body() body: StateReasons): Promise<StatedReasons> {
    return this.stating.run(actor, body);
  }
}
